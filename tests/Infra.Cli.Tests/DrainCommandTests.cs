using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary><c>drain</c>: what it says of a plan, and by which code a pipeline can tell.</summary>
public sealed class DrainCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_holds_is_said_with_what_cant_be_promised()
    {
        _cli.Input = PlanOf("""{"maxUnavailable": 1, "selector": {"matchLabels": {"app": "a"}}}""");

        var result = await _cli.RunAsync("drain", "--from", "-");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            x: 1 workload on 0 pools

            Nobody told us of nodes, so that only disruption budgets were judged: each lets at least one pod go.

            What can't be promised:
              Deployment a: nothing that we know of keeps its 2 pods apart; constraints of topology would

            """,
            result.Output);
    }

    [Fact]
    public async Task What_is_broken_comes_first_and_is_a_finding()
    {
        _cli.Input = PlanOf("""{"minAvailable": 2, "selector": {"matchLabels": {"app": "a"}}}""");

        var result = await _cli.RunAsync("drain", "--from", "-");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            x: 1 workload on 0 pools

            A node can't go without harm:
              Deployment a: PodDisruptionBudget b says minAvailable 2 of 2 pods, which lets none go: no node with one can be drained; leave room for at least one

            What can't be promised:
              Deployment a: nothing that we know of keeps its 2 pods apart; constraints of topology would

            """,
            result.Output);
    }

    [Fact]
    public async Task As_a_document_it_says_the_same()
    {
        _cli.Input = PlanOf("""{"minAvailable": 2, "selector": {"matchLabels": {"app": "a"}}}""");

        var result = await _cli.RunAsync("drain", "--from", "-", "--json");

        Assert.Equal(1, result.ExitCode);
        var document = JObject.Parse(result.Output);
        Assert.Equal(("x", 0, 2), ((string?)document["environment"], (int)document["pools"]!, (int)document["pods"]!));
        Assert.Equal(
            ["Blocked True Deployment a", "Unguarded False Deployment a"],
            document["findings"]!.Select(finding => $"{finding["fault"]} {finding["broken"]} {finding["subject"]}"));
    }

    private static string PlanOf(string budget)
    {
        const string deployment = """{"replicas": 2, "template": {"metadata": {"labels": {"app": "a"}}, "spec": {"containers": [{"name": "c"}]}}}""";
        var resources = new JArray(Resource("pulumi:pulumi:Stack", "p-x", []), Resource("apps/v1", "Deployment", "a", deployment), Resource("policy/v1", "PodDisruptionBudget", "b", budget));
        return new JObject { ["schemaVersion"] = 1, ["project"] = "p", ["stack"] = "x", ["resources"] = resources }.ToString();
    }

    private static JObject Resource(string group, string kind, string name, string spec)
    {
        var metadata = new JObject { ["name"] = name, ["namespace"] = "n" };
        var resource = Resource($"kubernetes:{group}:{kind}", name, new JObject { ["apiVersion"] = group, ["kind"] = kind, ["metadata"] = metadata, ["spec"] = JObject.Parse(spec) });
        resource["parent"] = "urn:pulumi:x::p::pulumi:pulumi:Stack::p-x";
        return resource;
    }

    private static JObject Resource(string type, string name, JObject inputs) => new()
    {
        ["urn"] = $"urn:pulumi:x::p::{type}::{name}",
        ["type"] = type,
        ["name"] = name,
        ["inputs"] = inputs,
        ["dependencies"] = new JArray(),
        ["options"] = new JObject(),
    };
}
