using Infra.Automation.Editing;
using Infra.Automation.Promotion;

namespace Infra.Automation.Tests.Editing;

public sealed class EnvironmentEditingTests
{
    private const string File = """
        config:
          gpu-inference:pools:
            # Spot, because it can wait.
            - name: t4
              instanceTypes: [g4dn.xlarge, g4dn.2xlarge] # whichever there is
              capacityType: spot
              capacity: {min: 0, max: 4}

          gpu-inference:models:
            - name: classifier
              pools: [t4]
              autoscaling: {min: 1, max: 2, cpuPercent: 60}
            - name: assistant
              pools: [t4]
              replicas: 1 # enough

        """;

    [Fact]
    public void Keys_change_and_nothing_else_does() => Assert.Equal(
        File.Replace("[g4dn.xlarge, g4dn.2xlarge]", "[g6.xlarge]", StringComparison.Ordinal).Replace("max: 2", "max: 5", StringComparison.Ordinal).Replace("replicas: 1", "replicas: 3", StringComparison.Ordinal),
        Apply(new ItemEdit("pools", "t4", null, "{instanceTypes: [g6.xlarge], capacityType: spot}"), new ItemEdit("models", "classifier", "autoscaling", "{min: 1, max: 5}"), new ItemEdit("models", "assistant", null, "{replicas: 3}")).Text);

    [Fact]
    public void What_is_not_there_is_added() => Assert.Equal(
        File.Replace("      capacity: {min: 0, max: 4}\n", "      capacity: {min: 0, max: 4}\n      sharing:\n        timeSlicing: 2\n", StringComparison.Ordinal).ReplaceLineEndings("\n"),
        Apply(new ItemEdit("pools", "t4", "sharing", "\n  timeSlicing: 2")).Text);

    [Fact]
    public void Keys_go_away_while_others_change() => Assert.Equal(
        File.Replace("      capacityType: spot\n", "", StringComparison.Ordinal).Replace("[g4dn.xlarge, g4dn.2xlarge]", "[g6.xlarge]", StringComparison.Ordinal).Replace("      replicas: 1 # enough\n", "", StringComparison.Ordinal),
        Apply(new ItemEdit("pools", "t4", null, "{instanceTypes: [g6.xlarge]}") { Without = ["capacityType"] }, new ItemEdit("models", "assistant", null, "{}") { Without = ["replicas", "autoscaling"] }).Text);

    [Fact]
    public void A_name_that_is_not_there_is_told() =>
        Assert.Equal("dev.yaml: gpu-inference:models has nothing that is called 'helper'", Assert.Single(Apply(new ItemEdit("models", "helper", null, "{replicas: 3}")).Problems));

    [Fact]
    public void An_anchor_that_others_refer_to_is_told()
    {
        var text = File.Replace("[t4]\n      autoscaling", "&where [t4]\n      autoscaling", StringComparison.Ordinal).Replace("[t4]\n      replicas", "*where\n      replicas", StringComparison.Ordinal);

        Assert.Equal(
            "dev.yaml: gpu-inference:models['classifier'].pools: has an anchor that other values refer to, which would change with it; write those values out first",
            Assert.Single(new EnvironmentEditing("gpu-inference").Apply(new EnvironmentText("dev.yaml", text), [new ItemEdit("models", "classifier", null, "{pools: [l4]}")]).Problems));
    }

    private static PromotionResult Apply(params ItemEdit[] edits) => new EnvironmentEditing("gpu-inference").Apply(new EnvironmentText("dev.yaml", File), edits);
}
