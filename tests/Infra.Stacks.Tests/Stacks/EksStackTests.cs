using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Network;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>A cluster that the stack makes, as the configuration describes it.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class EksStackTests
{
    private const string AddOn = "aws:eks/addon:Addon";
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";

    [Fact]
    public async Task Its_components_are_those_of_network_control_plane_nodes_and_add_ons() => Assert.Equal(
        [
            "ClusterNetwork network",
            "EksCluster cluster",
            "EksAddOn eks-pod-identity-agent",
            "EksAddOn vpc-cni",
            "EksAddOn kube-proxy",
            "EksAddOn eks-node-monitoring-agent",
            "SystemNodePool system",
            "EksAddOn coredns",
            "EksAddOn metrics-server",
            "EksAddOn aws-ebs-csi-driver",
            "EksAddOn snapshot-controller",
            "ClusterAutoscaler cluster-autoscaler",
            "GpuNodePool t4",
            "NvidiaDevicePlugin nvidia-device-plugin",
            "ModelBucket models",
            "PodIdentityRole reader-reader",
            "InferenceService reader",
        ],
        (await Stack(SampleConfig.NewEks())).Resources
            .Where(resource => resource.Type!.StartsWith("gpu-inference:", StringComparison.Ordinal))
            .Select(resource => $"{resource.Type!.Split(':')[2]} {resource.Name}"));

    [Fact]
    public async Task Each_zone_has_its_subnet_and_the_first_the_way_out()
    {
        var network = Tree.Of((await Stack(SampleConfig.NewEks())).Single("gpu-inference:index:ClusterNetwork").Inputs);

        Tree.Equal(
            """
            [
              {"name": "us-west-2a", "privateCidr": "10.0.0.0/19", "publicCidr": "10.0.224.0/22", "natGateway": true},
              {"name": "us-west-2b", "privateCidr": "10.0.128.0/19", "natGateway": false}
            ]
            """,
            network["zones"]);
        Assert.Equal(("gpu-inference-x", "10.0.0.0/16"), ((string)network["clusterName"]!, (string)network["cidr"]!));
    }

    [Fact]
    public async Task A_private_API_server_brings_endpoints_and_one_that_is_open_to_a_network_none()
    {
        var closed = await Stack(SampleConfig.NewEks());
        var open = await Stack(SampleConfig.NewEks().With("cluster.eks.publicAccessCidrs", """["192.0.2.0/24"]"""));

        Assert.Equal(
            ["s3", "ecr.api", "ecr.dkr", "sts", "ec2", "eks", "eks-auth", "elasticloadbalancing", "autoscaling", "logs"],
            Endpoints(closed));
        Assert.Equal(["s3"], Endpoints(open));
        Tree.Equal("""["192.0.2.0/24"]""", Tree.Of(open.Single("aws:eks/cluster:Cluster").Inputs)["vpcConfig"]!["publicAccessCidrs"]);
    }

    [Fact]
    public async Task Pools_join_the_new_cluster_in_its_subnets_and_leave_the_network_to_the_CNI()
    {
        var stack = await Stack(SampleConfig.NewEks().With("pools[0].zones", """["us-west-2b"]"""));
        var nodeGroup = Tree.Of(stack.Single(NodeGroup, "t4-node-group").Inputs);

        Assert.Equal("gpu-inference-x", (string?)nodeGroup["clusterName"]);
        Tree.Equal("""["network-private-us-west-2b-id"]""", nodeGroup["subnetIds"]);
        Tree.Equal("""["network-private-us-west-2a-id", "network-private-us-west-2b-id"]""", Tree.Of(stack.Single(NodeGroup, "system-node-group").Inputs)["subnetIds"]);
        Assert.Equal(
            ["system-role-worker", "system-role-registry", "t4-role-worker", "t4-role-registry"],
            stack.Resources.Where(resource => resource.Type == "aws:iam/rolePolicyAttachment:RolePolicyAttachment" && resource.Name!.Contains("-role-", StringComparison.Ordinal))
                .Select(resource => resource.Name!)
                .Where(name => name.StartsWith("system", StringComparison.Ordinal) || name.StartsWith("t4", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_CNI_gives_prefixes_in_the_nodes_subnets() => Tree.Equal(
        """{"enableNetworkPolicy": "true", "env": {"ENABLE_PREFIX_DELEGATION": "true", "WARM_PREFIX_TARGET": "1"}}""",
        Tree.Of(JsonNode.Parse((string)Of(await Stack(SampleConfig.NewEks()), "vpc-cni")["configurationValues"])));

    [Fact]
    public async Task The_CNI_knows_the_subnets_of_pods_before_there_are_nodes() => Tree.Equal(
        """
        {
          "enableNetworkPolicy": "true",
          "eniConfig": {
            "create": true,
            "region": "us-west-2",
            "subnets": {"us-west-2a": {"id": "network-pods-us-west-2a-id"}, "us-west-2b": {"id": "network-pods-us-west-2b-id"}}
          },
          "env": {
            "ENABLE_PREFIX_DELEGATION": "true",
            "WARM_PREFIX_TARGET": "1",
            "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG": "true",
            "ENI_CONFIG_LABEL_DEF": "topology.kubernetes.io/zone"
          }
        }
        """,
        Tree.Of(JsonNode.Parse((string)Of(await Stack(SampleConfig.NewEks().With("network.podCidr", "\"100.64.0.0/16\"")), "vpc-cni")["configurationValues"])));

    [Fact]
    public async Task The_kubeconfig_is_that_of_the_new_cluster_and_its_ARN_is_known_before_it_exists()
    {
        var provider = (await Stack(SampleConfig.NewEks())).Single("pulumi:providers:kubernetes").Inputs;

        Assert.Equal("arn:aws:eks:us-west-2:123456789012:cluster/gpu-inference-x", provider["clusterIdentifier"]);
        var server = JsonNode.Parse((string)provider["kubeconfig"])!["clusters"]![0]!["cluster"];
        Tree.Equal($$"""{"server": "{{MockedStack.Endpoint}}", "certificate-authority-data": "{{MockedStack.CertificateAuthority}}"}""", server);
    }

    [Fact]
    public async Task What_exists_is_used_by_reference()
    {
        const string role = "arn:aws:iam::123456789012:role/old";
        const string key = "arn:aws:kms:us-west-2:123456789012:key/1234abcd";
        var stack = await Stack(SampleConfig.NewEks()
            .With("cluster.eks.name", "\"old\"")
            .With("cluster.eks.controlPlaneRoleArn", $"\"{role}\"")
            .With("cluster.eks.nodeRoleArn", $"\"{role}\"")
            .With("cluster.eks.secretsKeyArn", $"\"{key}\"")
            .With("cluster.eks.addOns", $$"""{"foreign": ["coredns", "vpc-cni"], "roleArns": {"aws-ebs-csi-driver": "{{role}}"}, "versions": {"kube-proxy": "v1.35.0-eksbuild.2"} }""")
            .With("network", """{"existing": {"zones": [{"name": "us-west-2a", "subnetId": "subnet-1"}, {"name": "us-west-2b", "subnetId": "subnet-2"}]}}"""));
        var cluster = Tree.Of(stack.Single("aws:eks/cluster:Cluster").Inputs);

        Assert.Equal(("old", role), ((string)cluster["name"]!, (string)cluster["roleArn"]!));
        Assert.Equal(key, (string?)cluster["encryptionConfig"]!["provider"]!["keyArn"]);
        Tree.Equal("""["subnet-1", "subnet-2"]""", cluster["vpcConfig"]!["subnetIds"]);
        Assert.All(stack.Resources.Where(resource => resource.Type == NodeGroup), group => Assert.Equal(role, group.Inputs["nodeRoleArn"]));
        Assert.Equal(
            ["eks-pod-identity-agent", "kube-proxy", "eks-node-monitoring-agent", "metrics-server", "aws-ebs-csi-driver", "snapshot-controller"],
            stack.Resources.Where(resource => resource.Type == AddOn).Select(resource => (string)resource.Inputs["addonName"]));
        Assert.Equal("v1.35.0-eksbuild.2", Of(stack, "kube-proxy")["addonVersion"]);
        Tree.Equal($$"""[{"serviceAccount": "ebs-csi-controller-sa", "roleArn": "{{role}}"}]""", Tree.Of(Of(stack, "aws-ebs-csi-driver")["podIdentityAssociations"]));
        Assert.DoesNotContain(stack.Resources, resource => resource.Type!.StartsWith("aws:ec2/vpc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nodes_are_updated_with_the_cluster() => Assert.Equal(
        ["1.34", "1.34"],
        (await Stack(SampleConfig.NewEks().With("cluster.eks.version", "\"1.34\""))).Resources.Where(resource => resource.Type == NodeGroup).Select(group => (string)group.Inputs["version"]));

    // What EKS sets as maxPods: as many as the VPC CNI has addresses for, up to 110 on a small node.
    [Theory]
    [InlineData("network.prefixDelegation", "true", "110")]
    [InlineData("network.prefixDelegation", "false", "29")]
    [InlineData("cluster.eks.addOns", """{"foreign": ["vpc-cni"]}""", "29")]
    public async Task A_node_that_is_not_there_yet_is_said_to_run_as_many_pods_as_one_that_is(string key, string json, string pods) => Assert.Equal(
        pods,
        (string?)Tree.Of((await Stack(SampleConfig.NewEks().With(key, json))).Resources.Single(resource => resource.Name == "t4-node-group").Inputs["tags"])["k8s.io/cluster-autoscaler/node-template/resources/pods"]);

    [Theory]
    [InlineData("1.35", "kube-proxy", "v1.35.3-eksbuild.25")]
    [InlineData("1.34", "kube-proxy", "v1.34.6-eksbuild.25")]
    [InlineData("1.34", "eks-node-monitoring-agent", null)]
    public async Task Add_ons_have_the_version_that_is_pinned_for_the_cluster_where_one_is(string kubernetes, string addOn, string? version) =>
        Assert.Equal(version, Of(await Stack(SampleConfig.NewEks().With("cluster.eks.version", $"\"{kubernetes}\"")), addOn).GetValueOrDefault("addonVersion"));

    [Theory]
    [InlineData("""{"kind": "clusterAutoscaler"}""", true, 0)]
    [InlineData("""{"kind": "none"}""", false, 1)]
    public async Task Cluster_Autoscaler_owns_the_size_of_the_system_pool_too(string json, bool owned, int min) => Assert.Equal(
        owned,
        (await Stack(SampleConfig.NewEks().With("nodeAutoscaling", json).With("pools[0].capacity.min", $"{min}")))
            .Single("gpu-inference:index:SystemNodePool").Inputs["nodeAutoscaler"]);

    [Fact]
    public async Task Mountpoint_reads_what_volumes_show_alone()
    {
        var stack = await Stack(SampleConfig.NewEks()
            .With("cluster.eks.addOns", """{"further": ["aws-mountpoint-s3-csi-driver"]}""")
            .With("storage.volumes", """[{"name": "adapters", "size": "10Gi", "s3": {"bucket": "models", "path": "chat/adapters"}}]"""));
        var policy = stack.Resources.Single(resource => resource.Name == "aws-mountpoint-s3-csi-driver-policy").Inputs["policy"];

        Tree.Equal(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:models-bucket",
                  "Condition": {"StringLike": {"s3:prefix": ["chat/adapters", "chat/adapters/*"]}}
                },
                {"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:models-bucket/chat/adapters/*"]},
                {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": ["arn:models-key"]}
              ]
            }
            """,
            JsonNode.Parse((string)policy));
    }

    [Theory]
    [InlineData("secretsManager", "secretsmanager")]
    [InlineData("parameterStore", "ssm")]
    public async Task Where_the_API_is_private_so_is_the_way_to_secrets(string service, string endpoint)
    {
        var config = SampleConfig.NewEks().With("security", $$$"""{"externalSecrets": {"service": "{{{service}}}", "secrets": [{"name": "a", "entry": "b"}]}}""").With("systemPool", """{"min": 3}""");

        Assert.Equal(["s3", .. VpcEndpointServices.Defaults, endpoint], Endpoints(await Stack(config)));
        Assert.DoesNotContain(endpoint, Endpoints(await Stack(config.With("network.interfaceEndpoints", """["ecr.api"]"""))));
    }

    [Theory]
    [InlineData("account", null)]
    [InlineData("environment", "user:environment$x")]
    public async Task A_budget_counts_the_account_or_the_environment(string scope, string? tag)
    {
        var budget = (await Stack(SampleConfig.NewEks().With("budget", $$"""{"monthlyUsd": 700, "emails": ["a@b.example"], "scope": "{{scope}}"}"""))).Single("aws:budgets/budget:Budget").Inputs;

        Assert.Equal("700", budget["limitAmount"]);
        Assert.Equal(tag, budget.TryGetValue("costFilters", out var filters) ? (string?)Tree.Of(filters)[0]!["values"]![0] : null);
    }

    private static Task<MockedStack> Stack(SampleConfig config) => MockedStack.OfAsync("x", config.ForEngine());

    private static IEnumerable<string> Endpoints(MockedStack stack) => stack.Resources
        .Where(resource => resource.Type == "aws:ec2/vpcEndpoint:VpcEndpoint")
        .Select(resource => ((string)resource.Inputs["serviceName"])["com.amazonaws.us-west-2.".Length..]);

    private static ImmutableDictionary<string, object> Of(MockedStack stack, string addOn) =>
        stack.Resources.Single(resource => resource.Type == AddOn && (string)resource.Inputs["addonName"] == addOn).Inputs;
}
