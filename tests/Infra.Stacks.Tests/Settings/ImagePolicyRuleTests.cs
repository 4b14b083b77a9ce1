namespace Infra.Stacks.Tests.Settings;

/// <summary>What a configuration asks for and its own image policy would refuse.</summary>
public sealed class ImagePolicyRuleTests
{
    [Fact]
    public void Images_of_the_stack_need_no_line() => Assert.Equal("", Sample("[]").Problems());

    [Theory]
    [InlineData("models[0]", """{"name": "own", "runtime": "container", "pools": ["t4"], "container": {"image": "quay.io/team/own:1.0", "port": 8080}}""", "models[0].container.image", "quay.io/team/own:1.0")]
    [InlineData("models[0].transformer", """{"image": "quay.io/team/words:2"}""", "models[0].transformer.image", "quay.io/team/words:2")]
    [InlineData("trainings", """[{"name": "nightly", "pod": {"image": "quay.io/team/train:3", "pools": ["t4"]}}]""", "trainings[0].pod.image", "quay.io/team/train:3")]
    public void An_image_from_elsewhere_is_named_with_its_place(string path, string json, string at, string image)
    {
        var problems = Sample("[\"ghcr.io/team\"]").With(path, json).Problems();

        Assert.Contains($"gpu-inference:{at}: '{image}' comes from nowhere that the image policy allows: ", problems, StringComparison.Ordinal);
        Assert.EndsWith("; add its registry to security.imagePolicy.registries, or take an image of one of these", problems.Split('\n').Single(line => line.Contains(at, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(at, Sample("[\"quay.io\"]").With(path, json).Problems(), StringComparison.Ordinal);
        Assert.DoesNotContain(at, Sample("[]").With("security.imagePolicy.enforce", "false").With(path, json).Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_registry_has_no_tag() => Assert.Equal(
        "gpu-inference:security.imagePolicy.registries[0]: 'ghcr.io/team/' is not allowed; allowed: a registry such as ghcr.io, or with a path such as ghcr.io/team, without a tag and without a slash at its end",
        Sample("[\"ghcr.io/team/\"]").Problems());

    private static SampleConfig Sample(string registries) => SampleConfig.Eks().With("security", $$$"""{"imagePolicy": {"registries": {{{registries}}}}}""");
}
