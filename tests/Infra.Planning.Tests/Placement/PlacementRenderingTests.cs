using Infra.Planning.Placement;
using Infra.Planning.Placement.Rendering;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Tests.Placement;

/// <summary>A placement as people and programs read it.</summary>
public sealed class PlacementRenderingTests
{
    private static PlacementReport Report { get; } = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 1, 2)
        .Deployment("model", 3, """{"nvidia.com/gpu": "1"}""", """{"tolerations": [{"operator": "Exists"}]}""").Build());

    [Fact]
    public void What_is_wrong_comes_first() => Assert.Equal(
        """
        test: 1 pod finds no node at minimum; 2 nodes at minimum, 2 at maximum

        Without a node at minimum:
          1 pod of Deployment inference/model needs nvidia.com/gpu: 1; no room is left on t4, which is at its most of 2 nodes
            to resolve it: raise the most nodes of pool t4 (gpu-inference:pools, name: t4)
            the scheduler will say: 0/2 nodes are available: 2 Insufficient nvidia.com/gpu.

        Pool  Nodes at minimum  at maximum  of at most  Bought     Instance types
        t4                   2           2           2  on demand  g4dn.xlarge

        Pool  Accelerators    used at minimum  at maximum  lost to fragments
        t4    nvidia.com/gpu           2 of 2      2 of 2                  -

        vCPU quota of AWS                     Code        needed at minimum  at maximum  if all pools are full
        Running On-Demand G and VT instances  L-DB2E81BA                  8           8                      8
        """.ReplaceLineEndings("\n"),
        string.Join('\n', PlacementText.Render(Report)));

    [Fact]
    public void The_document_has_every_node_and_pod()
    {
        var writer = new StringWriter();
        PlacementJson.Write(Report, writer);
        var document = JObject.Parse($"{writer}");

        Assert.Equal(1, document["schemaVersion"]);
        Assert.Equal(["minimum", "maximum"], document["states"]!.Select(state => (string)state["name"]!));
        var node = document["states"]![0]!["nodes"]![1]!;
        Assert.Equal(("t4-2", "us-west-2a", true), ((string)node["name"]!, (string)node["zone"]!, (bool)node["added"]!));
        Assert.Equal((3920, 1), ((int)node["allocatable"]!["cpu"]!, (int)node["requested"]!["nvidia.com/gpu"]!));
        Assert.Equal("inference/model 1", $"{node["pods"]![0]!["workload"]!["namespace"]}/{node["pods"]![0]!["workload"]!["name"]} {node["pods"]![0]!["count"]}");
        Assert.Equal("nvidia.com/gpu: 1", document.SelectToken("states[0].unplaced[0].demands[0].words"));
    }

    // Names come from a pull request.
    [Fact]
    public void Names_mean_nothing_in_markdown()
    {
        var report = Report with { Minimum = Report.Minimum with { Unplaced = [Report.Minimum.Unplaced[0] with { Message = "<img src=x> of @team [x](y)" }] } };

        var text = PlacementMarkdown.Render(report);

        Assert.StartsWith("### Placement\n\n1 pod finds no node at minimum; 2 nodes at minimum, 2 at maximum.\n\n**Without a node at minimum:**\n\n* \\<img src=x\\> of @​team \\[x\\]\\(y\\). To resolve it: ", text, StringComparison.Ordinal);
        Assert.Contains("| t4 | 2 | 2 | 2 | 2 of 2 nvidia.com/gpu | g4dn.xlarge |\n", text, StringComparison.Ordinal);
    }
}
