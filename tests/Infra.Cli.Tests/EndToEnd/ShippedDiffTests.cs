using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Json;
using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>Diffs of the shipped environments.</summary>
public sealed class ShippedDiffTests
{
    public static TheoryData<string> Environments => ["dev", "prod", "local"];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Nothing_changes_by_itself(string environment)
    {
        var plan = await ShippedPlans.OfAsync(environment);
        var diff = PlanDiff.Between(plan, plan with { Resources = [.. plan.Resources.Select(resource => resource with { })] });

        Assert.Equal(([], [], plan.Resources.Count), (diff.Changes, diff.Quiet, diff.Unchanged));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task All_of_it_comes_and_goes_and_fits_into_a_comment(string environment)
    {
        var plan = await ShippedPlans.OfAsync(environment);
        var (comes, goes) = (PlanDiff.Between(plan with { Resources = [] }, plan), PlanDiff.Between(plan, plan with { Resources = [] }));

        Assert.Equal(plan.Resources.Count, comes.Count(ChangeKind.Create));
        Assert.Equal(plan.Resources.Count, goes.Count(ChangeKind.Delete));
        Assert.Equal(
            plan.Resources.Where(resource => resource.Options.Protect is true).Select(resource => resource.Urn).ToHashSet(),
            goes.Changes.Where(change => change.IsRefused).Select(change => change.Urn).ToHashSet());
        Assert.All([comes, goes], diff => Assert.InRange(PlanDiffMarkdown.Render(diff).Length, 1, PlanDiffMarkdown.CommentLimit));
    }

    [Fact]
    public async Task Everything_that_holds_data_is_told_when_it_goes()
    {
        var plan = await ShippedPlans.OfAsync("dev");
        var goes = PlanDiff.Between(plan, plan with { Resources = [] });

        Assert.Equal(
            ["aws:cloudwatch/logGroup:LogGroup", "aws:eks/cluster:Cluster", "aws:kms/key:Key", "aws:s3/bucket:Bucket", "kubernetes:core/v1:Namespace"],
            goes.Losses.Select(change => change.Resource.Type).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pool_that_leaves_spot_is_replaced()
    {
        using var checkout = new Checkout();
        var file = File.ReadAllText(RepositoryRoot.Combine("Pulumi.dev.yaml"));
        checkout.Write("base.json", PlanJson.ToText(await ShippedPlans.OfAsync("dev")));
        checkout.Write("other.yaml", file.Replace("capacityType: spot", "capacityType: onDemand", StringComparison.Ordinal));

        var result = await checkout.RunAsync("diff", "dev", "--config-file", checkout.Path("other.yaml"), "--base", checkout.Path("base.json"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            1 to replace, 1 to update, 154 unchanged

            Replace (1)
            +- aws:eks:NodeGroup t4-node-group (GpuNodePool t4)
                because capacityType: can't change in place
                the old one goes before the new one comes
                capacityType: "SPOT" → "ON_DEMAND"

            Inputs of components (1)
            ~ gpu-inference:index:GpuNodePool t4
                capacityType: "SPOT" → "ON_DEMAND"

            1 value is secret before and after: whether it changes can't be told
            94 values aren't known before and after: whether they change can't be told

            """,
            result.Output);
    }
}
