using Infra.Components.Accelerators;
using Infra.Components.Clusters;
using Infra.Components.Costs;
using Infra.Components.Identity;
using Infra.Components.Network;
using Infra.Components.NodeAutoscaling;
using Infra.Components.Nodes;
using Infra.Components.Storage;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Pulumi;
using Aws = Pulumi.Aws;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Tests;

/// <summary>Inputs of components as the tests use them.</summary>
internal static class Samples
{
    public static readonly Taint Spot = new("spot", "true", TaintEffect.NoExecute);

    /// <summary>A launch template has a latest version, and a cluster an address, only after AWS has made it.</summary>
    public static readonly HarnessOptions Options = new()
    {
        Outputs = args => args.Type switch
        {
            "aws:ec2/launchTemplate:LaunchTemplate" => new Dictionary<string, object> { ["latestVersion"] = 3 },
            "aws:sqs/queue:Queue" => new Dictionary<string, object> { ["url"] = $"https://sqs.invalid/{args.Name}" },
            "aws:eks/cluster:Cluster" => new Dictionary<string, object>
            {
                ["endpoint"] = "https://eks.example",
                ["certificateAuthority"] = new Dictionary<string, object> { ["data"] = "Y2E=" },
            },
            "aws:elasticache/serverlessCache:ServerlessCache" => new Dictionary<string, object>
            {
                ["endpoints"] = new object[] { new Dictionary<string, object> { ["address"] = $"{args.Name}.cache.invalid", ["port"] = 6379 } },
            },
            "aws:amp/workspace:Workspace" => new Dictionary<string, object>
            {
                ["arn"] = "arn:aws:aps:eu-central-1:123456789012:workspace/ws-1",
                ["prometheusEndpoint"] = "https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1/",
            },
            "aws:rds/instance:Instance" => new Dictionary<string, object> { ["address"] = $"{args.Name}.rds.invalid" },
            "random:index/randomPassword:RandomPassword" => new Dictionary<string, object> { ["result"] = "letters-and-digits" },
            "aws:ec2/eip:Eip" => new Dictionary<string, object> { ["allocationId"] = "allocation" },
            _ => new Dictionary<string, object>(),
        },
    };

    public static Aws.Provider AwsProvider() => new("aws", new Aws.ProviderArgs { Region = "eu-central-1" });

    public static K8s.Provider KubernetesProvider() => new("kubernetes", new K8s.ProviderArgs { KubeConfig = "{}" });

    public static Pulumi.Random.Provider RandomProvider() => new("random");

    public static ComponentResourceOptions In(ProviderResource provider, params Resource[] dependsOn) =>
        new() { Providers = { provider }, DependsOn = dependsOn };

    /// <summary>A zone with its subnet.</summary>
    public static NodeZoneArgs Zone(string letter) => new() { Name = $"eu-central-1{letter}", SubnetId = $"subnet-{letter}" };

    public static GpuNodePoolArgs NodePool(string name = "t4") => new()
    {
        ClusterName = "gpu",
        PoolName = name,
        NodeGroupName = $"gpu-dev-{name}",
        InstanceTypes = ["g4dn.xlarge", "g4dn.2xlarge"],
        CapacityType = "SPOT",
        MinSize = 1,
        MaxSize = 3,
        Zones = [Zone("a"), Zone("b")],
        RootVolumeGiB = 150,
        Labels = new Dictionary<string, string> { ["team"] = "vision" },
        Taints = [TaintArgs.From(Spot)],
        InstanceTags = { ["environment"] = "dev" },
    };

    public static ClusterNetworkArgs Network() => new()
    {
        ClusterName = "gpu",
        Region = "eu-central-1",
        AccountId = "123456789012",
        Cidr = "10.0.0.0/16",
        Zones =
        [
            new NetworkZoneArgs { Name = "eu-central-1a", PrivateCidr = "10.0.0.0/19", PublicCidr = "10.0.224.0/22", NatGateway = true },
            new NetworkZoneArgs { Name = "eu-central-1b", PrivateCidr = "10.0.128.0/19" },
        ],
        InterfaceEndpoints = ["ecr.api"],
    };

    public static PoolReferenceArgs EdgePool(DeviceVendor vendor, string name = "site") => PoolReferenceArgs.From(PoolContract.ForEdge(name, vendor, 8, [], []));

    public static EdgePoolArgs EdgePoolOf(string name) => new()
    {
        ClusterName = "gpu",
        Region = "eu-central-1",
        AccountId = "123456789012",
        PoolName = name,
        Accelerator = DeviceVendor.Amd,
        DevicesPerNode = 8,
        Labels = { ["site"] = "plant-1" },
    };

    public static EksClusterArgs Cluster() => new()
    {
        ClusterName = "gpu",
        Region = "eu-central-1",
        AccountId = "123456789012",
        SubnetIds = new[] { "subnet-a", "subnet-b" },
        PublicAccessCidrs = ["192.0.2.0/24"],
        Administrators = new Dictionary<string, string> { ["deploy"] = "arn:aws:iam::123456789012:role/deploy", ["admins"] = "arn:aws:iam::123456789012:role/admins" },
        NodeRoleArns = new Dictionary<string, Input<string>> { ["karpenter"] = "arn:aws:iam::123456789012:role/karpenter" },
        ZonalShift = true,
    };

    public static EksAddOnArgs AddOn() => new()
    {
        ClusterName = "gpu",
        AddOn = "vpc-cni",
        Version = "v1.21.1-eksbuild.3",
        Configuration = """{"enableNetworkPolicy":"true"}""",
        ServiceAccounts = ["aws-node"],
        PolicyArns = ["arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"],
        Policy = """{"Version":"2012-10-17","Statement":[]}""",
    };

    public static EnvironmentBudgetArgs Budget() => new() { MonthlyUsd = 500, Emails = ["ml-platform@example.com"] };

    /// <summary>A100 nodes side by side.</summary>
    public static GpuNodePoolArgs EfaPool() => new()
    {
        ClusterName = "gpu",
        PoolName = "a100",
        NodeGroupName = "gpu-dev-a100",
        InstanceTypes = ["p4d.24xlarge"],
        MaxSize = 2,
        Zones = [Zone("a")],
        Efa = true,
        VpcId = "vpc-1",
        ClusterSecurityGroupId = "sg-cluster",
        LocalNvme = true,
        Repair = new NodeRepairArgs { MaxParallelNodes = 1, Overrides = [new NodeRepairOverrideArgs { Reason = "NvidiaXID79Error", Action = "Reboot" }] },
    };

    /// <summary>H100 nodes of a capacity block.</summary>
    public static GpuNodePoolArgs BlockPool() => new()
    {
        ClusterName = "gpu",
        PoolName = "h100",
        NodeGroupName = "gpu-dev-h100",
        InstanceTypes = ["p5.48xlarge"],
        CapacityType = "CAPACITY_BLOCK",
        Reservation = new CapacityReservationArgs { Id = "cr-0123456789abcdef0" },
        MaxSize = 1,
        Zones = [Zone("b")],
        Efa = true,
        VpcId = "vpc-1",
        ClusterSecurityGroupId = "sg-cluster",
    };

    public static SystemNodePoolArgs SystemPool() => new()
    {
        ClusterName = "gpu",
        SubnetIds = new[] { "subnet-a", "subnet-b" },
        Labels = new Dictionary<string, string> { ["team"] = "platform" },
        InstanceTags = { ["environment"] = "dev" },
    };

    public static NvidiaDevicePluginArgs DevicePlugin(params PoolReferenceArgs[] pools) => new() { Pools = [.. pools] };

    public static PodIdentityRoleArgs Role(string serviceAccount = "classifier") => new()
    {
        ClusterName = "gpu",
        Namespace = "models",
        ServiceAccount = serviceAccount,
        Policy = """{"Version":"2012-10-17","Statement":[]}""",
    };

    public static ModelBucketArgs Bucket() => new() { Protect = true };

    /// <summary>A pool of T4 nodes.</summary>
    public static PoolReferenceArgs GpuPool(string name, params Taint[] taints) =>
        PoolReferenceArgs.From(PoolContract.ForNvidia(name, [Type("g4dn.xlarge")], [], taints));

    /// <summary>A pool of GPU nodes of one type, whose GPUs are shared.</summary>
    public static PoolReferenceArgs SharedPool(string name, string type, GpuSharing sharing) =>
        PoolReferenceArgs.From(PoolContract.ForNvidia(name, [Type(type)], [], [], sharing));

    public static ClusterAutoscalerArgs ClusterAutoscaler() => new() { ClusterName = "gpu", Region = "eu-central-1", KubernetesVersion = "1.35" };

    public static KarpenterArgs Karpenter() => new() { ClusterName = "gpu", Region = "eu-central-1", AccountId = "123456789012" };

    public static KarpenterNodePoolArgs KarpenterPool(string name = "t4", GpuSharingArgs? sharing = null) => new()
    {
        PoolName = name,
        InstanceTypes = ["g4dn.xlarge", "g4dn.12xlarge"],
        AmiReleaseVersion = "1.34.2-20260917",
        CapacityType = "SPOT",
        MaxNodes = 3,
        Zones = ["eu-central-1a"],
        SubnetIds = ["subnet-0a", "subnet-0b"],
        SecurityGroupId = "sg-0c",
        NodeRoleName = "karpenter-nodes",
        RootVolumeGiB = 150,
        Sharing = sharing,
        Labels = new Dictionary<string, string> { ["team"] = "vision" },
        Taints = [TaintArgs.From(Spot)],
        InstanceTags = { ["environment"] = "dev" },
    };

    public static EksAutoModeNodesArgs AutoModePool(string name = "t4") => new()
    {
        ClusterName = "gpu",
        PoolName = name,
        InstanceTypes = ["g5.xlarge"],
        MaxNodes = 2,
        SubnetIds = ["subnet-0a"],
        SecurityGroupId = "sg-0c",
    };

    public static HeadroomArgs Headroom() => new() { Pools = [new PoolHeadroomArgs { Pool = GpuPool("t4", Spot), Replicas = 2 }] };

    /// <summary>Linux nodes that are there already.</summary>
    public static PoolReferenceArgs CpuPool() =>
        PoolReferenceArgs.From(PoolContract.ForExistingNodes("cpu", [new("kubernetes.io/os", "linux")], [], gpusPerNode: 0));

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
