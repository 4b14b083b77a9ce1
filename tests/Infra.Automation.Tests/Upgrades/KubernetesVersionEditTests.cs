using Infra.Automation.Promotion;
using Infra.Automation.Upgrades;

namespace Infra.Automation.Tests.Upgrades;

public sealed class KubernetesVersionEditTests
{
    public static TheoryData<string, string, string> Edits => new()
    {
        { "a version that stands there", "    eks:\n      version: '1.34'   # until December\n      zonalShift: true\n", "    eks:\n      version: \"1.35\"   # until December\n      zonalShift: true\n" },
        { "none yet", "    eks:\n      # Who may do what.\n      zonalShift: true   # on\n", "    eks:\n      # Who may do what.\n      version: \"1.35\"\n      zonalShift: true   # on\n" },
        { "in braces", "    eks: {zonalShift: true}\n", "    eks: {version: \"1.35\", zonalShift: true}\n" },
        { "in empty braces", "    eks: {}   # all defaults\n", "    eks: { version: \"1.35\" }   # all defaults\n" },
        { "lines of Windows", "    eks:\r\n      zonalShift: true\r\n", "    eks:\r\n      version: \"1.35\"\r\n      zonalShift: true\r\n" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void One_line_changes(string name, string before, string after)
    {
        Assert.NotEmpty(name);
        Assert.Equal(File(after).Text, new KubernetesVersionEdit("gpu-inference").Set(File(before), "1.35").Text);
    }

    [Theory]
    [InlineData("    existing: {}\n", "Pulumi.prod.yaml: has no map gpu-inference:cluster.eks, so that the cluster isn't this environment's own")]
    [InlineData("    eks: &all\n      zonalShift: true\n    other: *all\n", "Pulumi.prod.yaml: gpu-inference:cluster.eks has an anchor that other values refer to, which would change with it; write those values out first")]
    [InlineData("    base: &all {zonalShift: true}\n    eks: *all\n", "Pulumi.prod.yaml: gpu-inference:cluster.eks has an anchor that other values refer to, which would change with it; write those values out first")]
    [InlineData("    eks: [\n", "Pulumi.prod.yaml:4:1: While parsing a node, did not find expected node content.")]
    public void What_is_in_the_way_is_said(string text, string problem) => Assert.Equal<string>([problem], new KubernetesVersionEdit("gpu-inference").Set(File(text), "1.35").Problems);

    private static EnvironmentText File(string cluster) => new("Pulumi.prod.yaml", $"config:\n  gpu-inference:cluster:\n{cluster}");
}
