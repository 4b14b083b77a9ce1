using Infra.Cli.Tests.EndToEnd;
using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Cli.Tests.Releases;

/// <summary>An update from the previous release keeps what holds data.</summary>
public sealed class ReleaseTests
{
    public static TheoryData<string> Environments => [.. PreviousRelease.Environments];

    [Fact]
    public void Every_shipped_environment_is_recorded() => Assert.Equal(
        Directory.EnumerateFiles(RepositoryRoot.Path, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]).Order(StringComparer.Ordinal), PreviousRelease.Environments);

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Nothing_that_holds_data_goes_with_an_update_from_the_previous_release(string environment)
    {
        var (before, now) = (PreviousRelease.PlanOf(environment), await ShippedPlans.OfAsync(environment));
        var diff = PlanDiff.Between(before, now);

        Assert.Equal([], Gone(diff));
        Golden.Match(Told(diff, before, now), $"{environment}.release.txt");
    }

    // What a recording is worth: a plan that knows none of these would pass every test above.
    [Theory]
    [InlineData("dev", 16)]
    [InlineData("local", 5)]
    [InlineData("prod", 43)]
    public void The_recording_has_what_holds_data(string environment, int count) => Assert.Equal(count, Holders(PreviousRelease.PlanOf(environment)).Count);

    [Fact]
    public async Task A_bucket_with_another_name_is_found()
    {
        var text = await File.ReadAllTextAsync(RepositoryRoot.Combine("Pulumi.dev.yaml"));
        using var checkout = new Checkout();
        checkout.Write("Pulumi.dev.yaml", text.Replace("- name: models\n", "- name: weights\n", StringComparison.Ordinal).Replace("s3://models/", "s3://weights/", StringComparison.Ordinal));
        var result = await checkout.RunAsync("preview", "dev", "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            [
                "Delete urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:kms/key:Key::models-key: everything that is encrypted with it (once the waiting time is over)",
                "Delete urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucket:Bucket::models-bucket: every object in it",
            ],
            Gone(PlanDiff.Between(PreviousRelease.PlanOf("dev"), PlanJson.Read(new StringReader(result.Output)))).Order(StringComparer.Ordinal));
    }

    // What no configuration asks for, but a changed component might.
    [Theory]
    [InlineData("datasets-file-system", "availabilityZoneName", "us-west-2a", "Replace urn:pulumi:prod::gpu-inference::gpu-inference:index:ModelVolume$aws:efs/fileSystem:FileSystem::datasets-file-system: every file on it")]
    [InlineData("mlflow-database", "availabilityZone", "us-west-2a", "Replace urn:pulumi:prod::gpu-inference::gpu-inference:index:ModelRegistry$aws:rds/instance:Instance::mlflow-database: the database")]
    [InlineData("datasets-claim", "spec", "another", "Replace urn:pulumi:prod::gpu-inference::gpu-inference:index:ModelVolume$kubernetes:core/v1:PersistentVolumeClaim::datasets-claim: everything on the volume (unless its storage class retains it)")]
    public async Task A_volume_in_another_place_is_found(string name, string input, string value, string found)
    {
        var now = await ShippedPlans.OfAsync("prod");
        var volume = now.Named(name);
        var moved = volume with { Inputs = ValueMap.Create([.. volume.Inputs.Where(one => one.Key != input), new(input, new PlanValue.String(value))]) };

        Assert.Equal([found], Gone(PlanDiff.Between(PreviousRelease.PlanOf("prod"), now with { Resources = [.. now.Resources.Select(one => one == volume ? moved : one)] })));
    }

    private static IEnumerable<string> Gone(PlanDiff diff) => diff.Changes.Where(change => change.Loss is not null).Select(change => $"{change.Kind} {change.Urn}: {change.Loss!.What}");

    // Only what holds data; the rest of an update is nobody's fear, and changes with every commit.
    private static string Told(PlanDiff diff, Plan before, Plan now)
    {
        var holders = Holders(before).Concat(Holders(now)).ToHashSet();
        var changes = diff.Changes.Where(change => holders.Contains(change.Urn)).ToList();
        var told = new PlanDiff { Changes = [.. changes], Unchanged = Holders(now).Count - changes.Count(change => change.After is not null) };
        return string.Concat(PlanDiffText.Render(told).Select(line => line + "\n"));
    }

    private static HashSet<Urn> Holders(Plan plan) =>
        [.. PlanDiff.Between(plan, plan with { Resources = [] }).Changes.Where(change => change.Loss is not null).Select(change => change.Urn)];
}
