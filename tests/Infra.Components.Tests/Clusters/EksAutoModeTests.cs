using Infra.Components.Clusters;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Clusters;

/// <summary>A cluster with EKS Auto Mode.</summary>
public sealed class EksAutoModeTests
{
    private const string Cluster = "aws:eks/cluster:Cluster";

    [Fact]
    public async Task Auto_Mode_is_one_switch_in_three_places_with_a_role_for_its_own_nodes()
    {
        var run = await Run(AutoMode());
        var cluster = run[Cluster, "eks-control-plane"];

        JsonAssert.Same(
            """{ "enabled": true, "nodePools": ["general-purpose", "system"], "nodeRoleArn": "arn:aws:iam:::eks-auto-nodes" }""",
            cluster.Inputs["computeConfig"]);
        JsonAssert.Same("""{ "elasticLoadBalancing": { "enabled": true } }""", cluster.Inputs["kubernetesNetworkConfig"]);
        JsonAssert.Same("""{ "blockStorage": { "enabled": true } }""", cluster.Inputs["storageConfig"]);
        Assert.False((bool)cluster.Inputs["bootstrapSelfManagedAddons"]!);
        Assert.Equal(
            [
                "eks-logs", "eks-role-cluster", "eks-role-key", "eks-role-compute", "eks-role-block-storage", "eks-role-load-balancing", "eks-role-networking", "eks-role-tags",
                "eks-auto-nodes-worker", "eks-auto-nodes-registry",
            ],
            cluster.DependsOn);
        Assert.Equal(
            [
                "eks-role AmazonEKSClusterPolicy", "eks-role AmazonEKSComputePolicy", "eks-role AmazonEKSBlockStoragePolicy", "eks-role AmazonEKSLoadBalancingPolicy",
                "eks-role AmazonEKSNetworkingPolicy", "eks-auto-nodes AmazonEKSWorkerNodeMinimalPolicy", "eks-auto-nodes AmazonEC2ContainerRegistryPullOnly",
            ],
            run.Registrations.Where(r => r.Type == "aws:iam/rolePolicyAttachment:RolePolicyAttachment")
                .Select(r => $"{r.Inputs["role"]} {((string)r.Inputs["policyArn"]!).Split('/')[1]}"));
    }

    [Fact]
    public async Task Auto_Mode_tags_its_session_and_what_it_launches()
    {
        var run = await Run(AutoMode());

        JsonAssert.Same(
            """["sts:AssumeRole", "sts:TagSession"]""",
            JToken.Parse((string)run["aws:iam/role:Role", "eks-role"].Inputs["assumeRolePolicy"]!).SelectToken("Statement[0].Action"));
        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "TagInstances",
                  "Effect": "Allow",
                  "Action": ["ec2:CreateFleet", "ec2:RunInstances", "ec2:CreateLaunchTemplate"],
                  "Resource": "*",
                  "Condition": {
                    "StringEquals": { "aws:RequestTag/eks:eks-cluster-name": "${aws:PrincipalTag/eks:eks-cluster-name}" },
                    "StringLike": { "aws:RequestTag/eks:kubernetes-node-class-name": "*", "aws:RequestTag/eks:kubernetes-node-pool-name": "*" }
                  }
                },
                {
                  "Sid": "TagInterfaces",
                  "Effect": "Allow",
                  "Action": ["ec2:CreateNetworkInterface"],
                  "Resource": "*",
                  "Condition": {
                    "StringEquals": { "aws:RequestTag/eks:eks-cluster-name": "${aws:PrincipalTag/eks:eks-cluster-name}" },
                    "StringLike": { "aws:RequestTag/eks:kubernetes-cni-node-name": "*" }
                  }
                }
              ]
            }
            """,
            JToken.Parse((string)run["aws:iam/rolePolicy:RolePolicy", "eks-role-tags"].Inputs["policy"]!));
    }

    private static EksClusterArgs AutoMode() => new()
    {
        ClusterName = "gpu",
        Region = "eu-central-1",
        AccountId = "123456789012",
        SubnetIds = "subnet-a",
        Administrators = new Dictionary<string, string> { ["deploy"] = "arn:aws:iam::123456789012:role/deploy" },
        AutoMode = true,
    };

    private static Task<ComponentRun> Run(EksClusterArgs args) => ComponentHarness.RunAsync(
        () => _ = new EksCluster("eks", args, Samples.In(Samples.AwsProvider())),
        Samples.Options);
}
