using System.Text.Json.Nodes;
using Infra.Planning.Placement.Diagnosis;
using Infra.Planning.Placement.Scheduling.Filters;
using Infra.TestKit;
using Infra.TestKit.Kubernetes;

namespace Infra.Planning.Tests.Placement;

/// <summary>The filters against verdicts that were written by hand, and that a real scheduler can be asked for as well.</summary>
public sealed class ScenarioTests
{
    private static readonly IReadOnlyDictionary<string, Scenario> _scenarios = Directory
        .EnumerateFiles(RepositoryRoot.Combine("tests", "Infra.Planning.Tests", "Placement", "Scenarios"), "*.yaml").Order(StringComparer.Ordinal)
        .SelectMany(file => JsonNode.Parse(YamlJson.Read(file).ToString())!["scenarios"]!.AsArray(), (file, scenario) => new Scenario($"{Path.GetFileNameWithoutExtension(file)}: {scenario!["name"]}", scenario))
        .ToDictionary(scenario => scenario.Name);

    public static TheoryData<string> Names => [.. _scenarios.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_verdict_is_that_of_the_scheduler(string name)
    {
        var scenario = _scenarios[name];
        var (cluster, pod) = scenario.Build();

        Assert.Equal(scenario.NodesThatFit, cluster.Nodes.Where(node => cluster.Refuse(pod, node) is null).Select(node => node.Name));
        Assert.Equal(scenario.NodesThatFit.Any(), cluster.Find(pod) is not null);
        if (scenario.Message is { } message)
        {
            Assert.Equal(message, SchedulerWords.Of(cluster, pod));
        }
    }

    [Fact]
    public void Every_filter_has_a_scenario_in_which_it_refuses_and_a_file_in_which_it_doesnt()
    {
        var built = _scenarios.Values.Select(scenario => scenario.Build()).ToList();
        var refusing = built.SelectMany(one => one.Cluster.Nodes.Select(node => one.Cluster.Refuse(one.Pod, node)?.Filter)).OfType<string>().Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(NodeFilters.All.Select(filter => filter.Name).Order(StringComparer.Ordinal), refusing);
        Assert.All(_scenarios.Values.GroupBy(scenario => scenario.Name.Split(':')[0]), file => Assert.Contains(file, scenario => scenario.NodesThatFit.Any()));
    }

    [Fact]
    public void Every_verdict_says_where_it_comes_from() => Assert.All(_scenarios.Values, scenario => Assert.True(scenario.Rule.Length > 10, scenario.Name));
}
