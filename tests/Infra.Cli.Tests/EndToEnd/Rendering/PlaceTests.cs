using System.Globalization;
using Infra.Planning.Placement;
using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Every pod of every environment finds a node, at least and at most; the golden file has the numbers.</summary>
public sealed class PlaceTests
{
    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_pod_finds_a_node(string environment)
    {
        var report = PlanPlacement.Of((await RenderedEnvironment.OfAsync(environment)).Preview);

        Assert.Equal("", string.Join('\n', report.Minimum.Unplaced.Concat(report.Maximum.Unplaced).Where(pods => !pods.MayWait).Select(pods => $"{pods.Message}; {pods.Remedy}")));
        Assert.True(report.Fits);
        Assert.True(report.Maximum.PodCount > 0);
        Assert.All(report.States.SelectMany(state => state.Nodes).Where(node => !report.Pools.Single(pool => pool.Name == node.Pool).InstanceTypes.IsEmpty), node =>
            Assert.All(node.Requested, request => Assert.True(request.Value <= node.Allocatable.GetValueOrDefault(request.Key), $"{node.Name}: {request.Key}")));
    }

    // What only an update knows makes no difference to where pods land.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task A_preview_and_a_rendered_plan_say_the_same(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);

        Assert.Equal(Line(PlanPlacement.Of(rendered.Plan)), Line(PlanPlacement.Of(rendered.Preview)));
    }

    [Fact]
    public async Task The_numbers_are_those_that_were_reviewed()
    {
        var lines = new List<string>();
        foreach (var environment in RenderedEnvironment.All)
        {
            lines.Add($"{environment}: {Line(PlanPlacement.Of((await RenderedEnvironment.OfAsync(environment)).Preview))}");
        }

        Golden.Match(string.Concat(lines.Select(line => $"{line}\n")), "placement.txt");
    }

    // Beside the golden file: which pools stand at minimum, and how far the most that autoscalers ask for makes them grow.
    [Fact]
    public async Task Production_has_its_nodes()
    {
        var report = PlanPlacement.Of((await RenderedEnvironment.OfAsync("prod")).Preview);

        Assert.Equal(
            ["system 3 to 3 of 6", "t4 2 to 9 of 9", "t4-on-demand 3 to 4 of 6", "a100 1 to 1 of 2", "h100 0 to 0 of 2", "v100 0 to 0 of 2", "t4-multi 1 to 2 of 3"],
            report.Pools.Select(pool => string.Create(CultureInfo.InvariantCulture, $"{pool.Name} {report.Minimum.NodesOf(pool.Name)} to {report.Maximum.NodesOf(pool.Name)} of {pool.Most}")));
    }

    private static string Line(PlacementReport report) =>
        $"{report.Summary["placement: ".Length..]}; {string.Join(", ", report.Pools.Select(pool => string.Create(CultureInfo.InvariantCulture, $"{pool.Name} {report.Minimum.NodesOf(pool.Name)}-{report.Maximum.NodesOf(pool.Name)}")))}"
        + string.Concat(report.Maximum.Unplaced.Select(pods => string.Create(CultureInfo.InvariantCulture, $"; {pods.Count} of {pods.Workload} wait")));
}
