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
    [InlineData("t4-node-group", "t4-role-registry")]
    [InlineData("t4-node-group", "t4-launch-template")]
    [InlineData("nvidia-device-plugin-release", "t4-node-group")]
    [InlineData("image-classifier-deployment", "t4-node-group")]
    [InlineData("image-classifier-deployment", "nvidia-device-plugin-release")]
    [InlineData("image-classifier-deployment", "image-classifier-reader-association")]
    [InlineData("image-classifier-autoscaler", "image-classifier-deployment")]
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
            Assert.Contains(plan.Named(In(environment, earlier)).Urn, plan.Named(In(environment, later)).Dependencies);
        }
    }

    // A teardown runs in reverse: objects before the controllers that look after them, nodes before the network that they need.
    [Theory]
    [InlineData("cluster-control-plane", "cluster-logs")]
    [InlineData("cluster-control-plane", "cluster-role-cluster")]
    [InlineData("cluster-control-plane", "cluster-role-key")]
    [InlineData("cluster-control-plane", "network-private-us-west-2a-default-route")]
    [InlineData("cluster-control-plane", "network-private-us-west-2b-routes")]
    [InlineData("cluster-admin-deploy-policy", "cluster-admin-deploy")]
    [InlineData("eks-pod-identity-agent-addon", "cluster-control-plane")]
    [InlineData("vpc-cni-addon", "eks-pod-identity-agent-addon")]
    [InlineData("vpc-cni-addon", "vpc-cni-role-AmazonEKS_CNI_Policy")]
    [InlineData("system-launch-template", "vpc-cni-addon")]
    [InlineData("system-launch-template", "kube-proxy-addon")]
    [InlineData("t4-launch-template", "vpc-cni-addon")]
    [InlineData("system-node-group", "system-launch-template")]
    [InlineData("coredns-addon", "system-node-group")]
    [InlineData("metrics-server-addon", "system-node-group")]
    [InlineData("aws-ebs-csi-driver-addon", "system-node-group")]
    [InlineData("kubernetes", "cluster-admin-deploy-policy")]
    [InlineData("inference", "coredns-addon")]
    [InlineData("inference", "aws-ebs-csi-driver-addon")]
    [InlineData("nvidia-device-plugin-release", "coredns-addon")]
    [InlineData("network-nat-us-west-2a", "network-public-default-route")]
    [InlineData("network-flow-log", "network-flow-log-policy")]
    public async Task A_new_cluster(string later, string earlier)
    {
        foreach (var environment in (string[])["dev", "prod"])
        {
            var plan = await ShippedPlans.OfAsync(environment);
            Assert.Contains(plan.Named(earlier).Urn, plan.Named(later).Dependencies);
        }
    }

    [Theory]
    [InlineData("dev", 9)]
    [InlineData("prod", 11)]
    [InlineData("local", 8)]
    public async Task Every_object_of_a_model_comes_after_its_namespace(string environment, int objects)
    {
        var plan = await ShippedPlans.OfAsync(environment);
        var ofModel = plan.Resources.Where(resource => resource.Parent == plan.Named("image-classifier").Urn).ToArray();

        Assert.Equal(objects, ofModel.Length);
        Assert.All(ofModel, resource => Assert.Contains(plan.Named("inference").Urn, resource.Dependencies));
    }

    // In production the pool has a group for each zone.
    private static string In(string environment, string name) => environment == "prod" && name == "t4-node-group" ? $"{name}-us-west-2a" : name;
}
