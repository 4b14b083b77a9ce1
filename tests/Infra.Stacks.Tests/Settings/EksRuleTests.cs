using Infra.Core.Network;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Tests.Settings;

/// <summary>A cluster that the stack makes: what it needs, what goes with it and what doesn't.</summary>
public sealed class EksRuleTests
{
    private const string Role = "arn:aws:iam::123456789012:role/x";
    private const string BaseAddOns = "eks-pod-identity-agent, vpc-cni, kube-proxy, eks-node-monitoring-agent, coredns, metrics-server, aws-ebs-csi-driver, snapshot-controller";

    [Fact]
    public void Administrators_and_zones_are_enough() => Assert.Equal("", SampleConfig.NewEks().Problems());

    [Fact]
    public void Everything_else_has_a_default()
    {
        var settings = SampleConfig.NewEks().Read();
        var eks = settings.Cluster.Eks!;

        Assert.Equal(("1.35", 90, true, false, false), (eks.Version, eks.LogRetentionDays, eks.Protect, eks.ExtendedSupport, eks.ZonalShift));
        Assert.Equal(
            ("10.0.0.0/16", NatGateways.Single, (int?)30, 0, 2),
            (settings.Network!.Cidr.ToString(), settings.Network.NatGateways, settings.Network.FlowLogDays, settings.Network.PublicLoadBalancers, settings.Network.InternalLoadBalancers));
        Assert.Null(settings.Network.InterfaceEndpoints);
        Assert.Null(settings.SystemPool);
    }

    [Theory]
    [InlineData("cluster.eks.version", "\"1.29\"", "cluster.eks.version: '1.29' is no version that is known here; there are: 1.34 (standard support until 2026-12-02), 1.35 (standard support until 2027-03-27), 1.36 (standard support until 2027-08-02)")]
    [InlineData("cluster.eks.version", "1.35", "cluster.eks.version: a string was expected, but found the number 1.35; put it in quotes (without them 1.30 becomes 1.3)")]
    [InlineData("cluster.eks.administrators", "{}", "cluster.eks.administrators: an empty object is not allowed; allowed: at least one entry")]
    [InlineData("cluster.eks.administrators", """{"deploy": "admin"}""", "cluster.eks.administrators.deploy: 'admin' is not allowed; allowed: the ARN of an IAM role, such as arn:aws:iam::123456789012:role/platform")]
    [InlineData("cluster.eks.administrators", $$"""{"Deploy": "{{Role}}"}""", "cluster.eks.administrators.Deploy: 'Deploy' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends")]
    [InlineData("cluster.eks.logRetentionDays", "10", "cluster.eks.logRetentionDays: 10 is no retention that CloudWatch Logs knows; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653")]
    [InlineData("cluster.eks.publicAccessCidrs", """["192.0.2.1/24"]""", "cluster.eks.publicAccessCidrs[0]: '192.0.2.1/24' is not allowed; allowed: a block of IPv4 addresses such as 10.0.0.0/16, that is the first address of the block and the length of its prefix")]
    [InlineData("cluster.eks.serviceCidr", "\"0.0.0.0/0\"", "cluster.eks.serviceCidr: 0.0.0.0/0 can't hold Services; allowed: a /12 to /24 out of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16")]
    [InlineData("cluster.eks.serviceCidr", "\"10.0.64.0/20\"", "cluster.eks.serviceCidr: 10.0.64.0/20 overlaps the VPC's 10.0.0.0/16")]
    [InlineData("cluster.eks.addOns", """{"further": ["coredns"]}""", "cluster.eks.addOns.further[0]: 'coredns' is none of aws-efs-csi-driver, aws-fsx-csi-driver, aws-mountpoint-s3-csi-driver")]
    [InlineData("cluster.eks.addOns", """{"foreign": ["vpc-cni", "vpc-cni"]}""", "cluster.eks.addOns.foreign[1]: 'vpc-cni' is listed already; name an add-on once")]
    [InlineData("cluster.eks.addOns", """{"versions": {"aws-efs-csi-driver": "v2.1.0-eksbuild.1"}}""", "cluster.eks.addOns.versions.aws-efs-csi-driver: 'aws-efs-csi-driver' is no add-on that the stack manages here; there are: " + BaseAddOns)]
    [InlineData("cluster.eks.addOns", $$"""{"roleArns": {"coredns": "{{Role}}"} }""", "cluster.eks.addOns.roleArns.coredns: this add-on calls nobody in AWS and takes no role; remove it")]
    [InlineData("network", null, "network: missing; a new cluster needs zones, such as network: {zones: [us-west-2a, us-west-2b]}, or an existing VPC")]
    [InlineData("network.zones", """["us-west-2a"]""", "network.zones: EKS needs two zones at least; name them, such as zones: [us-west-2a, us-west-2b], or describe an existing VPC")]
    [InlineData("network.zones", """["us-west-2a", "us-east-1b"]""", "network.zones[1]: 'us-east-1b' is not a zone of the region us-west-2")]
    [InlineData("network.flowLogDays", "10", "network.flowLogDays: 10 is no retention that CloudWatch Logs knows; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653")]
    [InlineData("network.interfaceEndpoints", """["s3"]""", "network.interfaceEndpoints[0]: 's3' has a gateway endpoint already, which costs nothing; remove it")]
    [InlineData("network.existing", """{"zones": [{"name": "us-west-2a", "subnetId": "subnet-1"}, {"name": "us-west-2b", "subnetId": "subnet-2"}]}""", "network.zones: describes a new VPC, but existing says that there is one; remove one of the two")]
    [InlineData("network", """{"existing": {"zones": [{"name": "us-west-2a", "subnetId": "subnet-1"}]}}""", "network.existing.zones: EKS needs subnets in two zones at least")]
    [InlineData("systemPool", """{"amiReleaseVersion": "1.34.2-20260917"}""", "systemPool.amiReleaseVersion: '1.34.2-20260917' is a release for Kubernetes 1.34, but the nodes have 1.35; name one for 1.35, or none for the newest")]
    [InlineData("pools[0].amiReleaseVersion", "\"1.34.2-20260917\"", "pools[0].amiReleaseVersion: '1.34.2-20260917' is a release for Kubernetes 1.34, but the nodes have 1.35; name one for 1.35, or none for the newest")]
    [InlineData("systemPool", """{"amiType": "AL2023_x86_64_NVIDIA"}""", "systemPool.amiType: 'AL2023_x86_64_NVIDIA' is for nodes with accelerators; there are: AL2023_x86_64_STANDARD, AL2023_ARM_64_STANDARD, BOTTLEROCKET_x86_64, BOTTLEROCKET_ARM_64")]
    [InlineData("systemPool", """{"min": 5}""", "systemPool.max: 4 is less than min, which is 5")]
    [InlineData("systemPool", """{"rootVolume": "20.5Gi"}""", "systemPool.rootVolume: 20992Mi is no whole number of GiB, which EBS asks for")]
    [InlineData("budget", """{"monthlyUsd": 100}""", "budget: tells nobody; name emails or snsTopicArn")]
    [InlineData("budget", """{"monthlyUsd": 0, "emails": ["a@b.example"]}""", "budget.monthlyUsd: 0 is not allowed; allowed: 1 to 10000000")]
    [InlineData("aws", null, "aws: missing; an EKS cluster needs the region and the account, such as aws: {region: us-west-2, accountId: \"123456789012\"}")]
    public void A_mistake_is_named_with_its_path(string path, string? json, string problem) =>
        Assert.Equal($"gpu-inference:{problem}", SampleConfig.NewEks().With(path, json).Problems());

    [Fact]
    public void A_pool_is_not_named_like_that_of_the_controllers() => Assert.Equal(
        "gpu-inference:pools[0].name: 'system' is the pool of the cluster's controllers; choose another name",
        SampleConfig.NewEks().With("pools[0].name", "\"system\"").With("models[0].pools[0]", "\"system\"").Problems());

    [Fact]
    public void A_pool_uses_zones_of_the_network() => Assert.Equal(
        "gpu-inference:pools[0].zones[0]: 'us-west-2c' is not a zone of the cluster; did you mean 'us-west-2a'? there are: us-west-2a, us-west-2b",
        SampleConfig.NewEks().With("pools[0].zones", """["us-west-2c"]""").Problems());

    [Fact]
    public void Nodes_and_pods_of_all_pools_fit_the_network() => Assert.Equal(
        """
        gpu-inference:network: us-west-2a: the private subnet needs 14713 addresses, but can have at most 507 of 10.0.0.0/22 beside the other subnets; the smallest that holds all zones is a VPC of /16
        gpu-inference:network: us-west-2b: the private subnet needs 14713 addresses, but can have at most 251 of 10.0.0.0/22 beside the other subnets; the smallest that holds all zones is a VPC of /16
        """,
        SampleConfig.NewEks().With("network.cidr", "\"10.0.0.0/22\"").With("pools[0].capacity.max", "100").Problems());

    [Theory]
    [InlineData("perZone", "true", "14713")]
    [InlineData("update", """{"maxUnavailable": 50}""", "20739")]
    [InlineData("update", """{"maxUnavailablePercentage": 50}""", "20739")]
    public void Nodes_that_an_update_replaces_at_once_need_addresses_too(string key, string json, string addresses) => Assert.Equal(
        addresses,
        SampleConfig.NewEks().With("network.cidr", "\"10.0.0.0/22\"").With("pools[0].capacity.max", "100").With($"pools[0].{key}", json).Problems()
            .Split("us-west-2a: the private subnet needs ")[1].Split(' ')[0]);

    [Fact]
    public void Pods_with_addresses_of_their_own_leave_the_VPC_to_nodes() => Assert.Equal(
        "",
        SampleConfig.NewEks().With("network.cidr", "\"10.0.0.0/22\"").With("network.podCidr", "\"100.64.0.0/16\"").With("pools[0].capacity.max", "100").Problems());

    [Fact]
    public void Pods_with_addresses_of_their_own_fit_them() => Assert.Equal(
        """
        gpu-inference:network: us-west-2a: the pods' subnet needs 14560 addresses, but can have at most 507 of 100.64.0.0/22 beside the other subnets; the smallest that holds all zones is a range of /17
        gpu-inference:network: us-west-2b: the pods' subnet needs 14560 addresses, but can have at most 507 of 100.64.0.0/22 beside the other subnets; the smallest that holds all zones is a range of /17
        """,
        SampleConfig.NewEks().With("network.podCidr", "\"100.64.0.0/22\"").With("pools[0].capacity.max", "100").Problems());

    [Fact]
    public void Without_prefixes_a_node_takes_as_many_addresses_as_its_interfaces_have() => Assert.Equal(
        "3401",
        SampleConfig.NewEks().With("network.cidr", "\"10.0.0.0/22\"").With("network.prefixDelegation", "false").With("pools[0].capacity.max", "100").Problems()
            .Split("us-west-2a: the private subnet needs ")[1].Split(' ')[0]);

    [Theory]
    [InlineData("network.podCidr", "\"10.1.0.0/16\"", "network.podCidr: 10.1.0.0/16 can't be the pods' own addresses; allowed: a part of 100.64.0.0/10")]
    [InlineData("network.podCidr", "\"100.64.0.0/24\"", "network: 100.64.0.0/24 can't be divided into subnets for pods; allowed: a range of /16 to /22")]
    public void Pods_have_addresses_that_every_VPC_may_take_on(string path, string json, string problem) =>
        Assert.Equal($"gpu-inference:{problem}", SampleConfig.NewEks().With(path, json).Problems());

    [Fact]
    public void Nodes_that_Karpenter_launches_would_not_know_of_them() => Assert.Contains(
        "gpu-inference:network.podCidr: nodes that Karpenter or EKS Auto Mode launch would not know of it; remove it and choose a larger network.cidr, or use node groups with Cluster Autoscaler",
        SampleConfig.NewEks().With("nodeAutoscaling", """{"kind": "karpenter"}""").With("network.podCidr", "\"100.64.0.0/16\"").Problems().Split('\n'));

    [Theory]
    [InlineData("podCidr", "\"100.64.0.0/16\"")]
    [InlineData("prefixDelegation", "false")]
    public void A_CNI_of_somebody_else_is_not_told_how_to_give_addresses(string key, string json) => Assert.Equal(
        $"gpu-inference:network.{key}: is a setting of the VPC CNI, which somebody else looks after (cluster.eks.addOns.foreign); remove one of the two",
        SampleConfig.NewEks().With("cluster.eks.addOns", """{"foreign": ["vpc-cni"]}""").With($"network.{key}", json).Problems());

    [Theory]
    [InlineData("network", """{"zones": ["us-west-2a", "us-west-2b"]}""")]
    [InlineData("systemPool", "{}")]
    public void What_belongs_to_a_new_cluster_is_refused_on_another(string key, string json) => Assert.Equal(
        $"gpu-inference:{key}: belongs to a cluster that the stack makes (cluster.eks), but this one exists; remove it",
        SampleConfig.Eks().With(key, json).Problems());

    [Fact]
    public void A_budget_needs_an_account() => Assert.Equal(
        "gpu-inference:budget: is a budget of AWS, but the environment has no account; add aws: {region: us-west-2, accountId: \"123456789012\"} or remove it",
        SampleConfig.Local().With("budget", """{"monthlyUsd": 100, "emails": ["a@b.example"]}""").Problems());

    [Fact]
    public void A_model_counts_on_the_minimum_where_no_autoscaler_grows_the_pools() => Assert.Equal(
        "gpu-inference:models[0].replicas: 1 replica of 1 GPU each, but the model's pools can hold 0; raise the pools' capacity (max counts only with nodeAutoscaling) or ask for fewer",
        SampleConfig.NewEks().With("nodeAutoscaling", null).Problems());

    [Fact]
    public void Addresses_of_the_vpc_are_those_of_the_default()
    {
        Assert.True(Ipv4Network.TryParse("10.0.0.0/16", out var expected));
        Assert.Equal(expected, new NetworkConfig().Cidr);
    }
}
