namespace Infra.Cli.Tests.EndToEnd;

/// <summary>What is made before what, and so deleted after it.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData("image-classifier-deployment", "inference")]
    [InlineData("image-classifier-deployment", "image-classifier-service-account")]
    [InlineData("image-classifier-deployment", "image-classifier-config")]
    [InlineData("image-classifier-deployment", "image-classifier-network-policy")]
    [InlineData("image-classifier-service", "image-classifier-deployment")]
    public async Task Everywhere(string later, string earlier)
    {
        foreach (var environment in (string[])["dev", "prod", "local"])
        {
            var plan = await ShippedPlans.OfAsync(environment);
            Assert.Contains(plan.Named(earlier).Urn, plan.Named(later).Dependencies);
        }
    }

    [Theory]
    [InlineData("t4-node-group", "t4-role-worker")]
    [InlineData("t4-node-group", "t4-role-cni")]
    [InlineData("t4-node-group", "t4-role-registry")]
    [InlineData("t4-node-group", "t4-launch-template")]
    [InlineData("nvidia-device-plugin-release", "t4-node-group")]
    [InlineData("image-classifier-deployment", "t4-node-group")]
    [InlineData("image-classifier-deployment", "nvidia-device-plugin-release")]
    [InlineData("image-classifier-deployment", "image-classifier-reader-association")]
    [InlineData("image-classifier-autoscaler", "image-classifier-deployment")]
    [InlineData("image-classifier-monitor", "image-classifier-service")]
    [InlineData("image-classifier-reader-association", "image-classifier-reader-policy")]
    [InlineData("models-policy", "models-bucket")]
    [InlineData("models-policy", "models-public-access")]
    [InlineData("models-versioning", "models-bucket")]
    [InlineData("models-lifecycle", "models-versioning")]
    [InlineData("models-encryption", "models-key")]
    public async Task On_EKS(string later, string earlier)
    {
        foreach (var environment in (string[])["dev", "prod"])
        {
            var plan = await ShippedPlans.OfAsync(environment);
            Assert.Contains(plan.Named(earlier).Urn, plan.Named(later).Dependencies);
        }
    }

    [Theory]
    [InlineData("dev", 9)]
    [InlineData("prod", 9)]
    [InlineData("local", 6)]
    public async Task Every_object_of_a_model_comes_after_its_namespace(string environment, int objects)
    {
        var plan = await ShippedPlans.OfAsync(environment);
        var ofModel = plan.Resources.Where(resource => resource.Parent == plan.Named("image-classifier").Urn).ToArray();

        Assert.Equal(objects, ofModel.Length);
        Assert.All(ofModel, resource => Assert.Contains(plan.Named("inference").Urn, resource.Dependencies));
    }
}
