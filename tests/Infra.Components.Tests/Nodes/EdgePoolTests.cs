using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Nodes;

public sealed class EdgePoolTests
{
    [Fact]
    public async Task Its_hosts_have_a_role_and_access() => Assert.Equal(
        """
        gpu-inference:index:EdgePool site
        aws:iam/role:Role site-role parent=site provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment site-role-ssm parent=site provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment site-role-registry parent=site provider=aws
        aws:iam/rolePolicy:RolePolicy site-policy parent=site provider=aws
        aws:eks/accessEntry:AccessEntry site-access parent=site provider=aws
        """,
        (await Run(Samples.EdgePoolOf("site"))).Resources());

    [Fact]
    public async Task Systems_Manager_of_this_account_alone_hands_the_role_out()
    {
        var run = await Run(Samples.EdgePoolOf("site"));

        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [ {
                "Effect": "Allow",
                "Principal": { "Service": "ssm.amazonaws.com" },
                "Action": "sts:AssumeRole",
                "Condition": {
                  "StringEquals": { "aws:SourceAccount": "123456789012" },
                  "ArnLike": { "aws:SourceArn": "arn:aws:ssm:eu-central-1:123456789012:*" }
                }
              } ]
            }
            """,
            JToken.Parse((string)run["aws:iam/role:Role", "site-role"].Inputs["assumeRolePolicy"]!));
        JsonAssert.Same(
            """{ "clusterName": "gpu", "principalArn": "arn:aws:iam:::site-role", "type": "HYBRID_LINUX" }""",
            run["aws:eks/accessEntry:AccessEntry", "site-access"].Inputs);
        Assert.Equal(
            ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"],
            run.Registrations.Where(r => r.Type == "aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(r => (string?)r.Inputs["policyArn"]));
    }

    [Fact]
    public async Task A_host_may_find_its_cluster_and_remove_itself_but_no_host_of_another_cluster() => JsonAssert.Same(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "FindCluster", "Effect": "Allow", "Action": "eks:DescribeCluster", "Resource": "arn:aws:eks:eu-central-1:123456789012:cluster/gpu" },
            { "Sid": "GivePodsTheirRoles", "Effect": "Allow", "Action": "eks-auth:AssumeRoleForPodIdentity", "Resource": "arn:aws:eks:eu-central-1:123456789012:cluster/gpu" },
            { "Sid": "FindRegistration", "Effect": "Allow", "Action": "ssm:DescribeInstanceInformation", "Resource": "*" },
            {
              "Sid": "RemoveRegistration",
              "Effect": "Allow",
              "Action": "ssm:DeregisterManagedInstance",
              "Resource": "arn:aws:ssm:eu-central-1:123456789012:managed-instance/*",
              "Condition": { "StringEquals": { "ssm:resourceTag/EKSClusterARN": "arn:aws:eks:eu-central-1:123456789012:cluster/gpu" } }
            }
          ]
        }
        """,
        JToken.Parse((string)(await Run(Samples.EdgePoolOf("site")))["aws:iam/rolePolicy:RolePolicy", "site-policy"].Inputs["policy"]!));

    [Fact]
    public async Task A_host_joins_with_the_labels_and_taints_of_the_contract()
    {
        var pool = (EdgePool)(await Run(Samples.EdgePoolOf("site")))["gpu-inference:index:EdgePool", "site"].Resource;
        var config = await OutputUtilities.GetValueAsync(pool.NodeConfig);

        Assert.Equal(new AdvertisedDevice("amd.com/gpu", 8, Memory: null, IsShared: false), Assert.Single(pool.Contract.Devices));
        Assert.Contains($"--iam-role {await OutputUtilities.GetValueAsync(pool.RoleName)} ", config, StringComparison.Ordinal);
        Assert.Contains("      - --node-labels=gpu-inference/pool=site,site=plant-1\n", config, StringComparison.Ordinal);
        Assert.Equal(
            ["gpu-inference/edge", "amd.com/gpu"],
            pool.Contract.Taints.Select(taint => taint.Key));
        Assert.All(pool.Contract.Taints, taint => Assert.Contains($"        - key: {taint.Key}\n", config, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once() => Assert.Equal(
        """
        2 problems in gpu-inference:index:EdgePool:
          site.devicesPerNode: 17 is not allowed; allowed: 0 to 16
          site.labels["gpu-inference/pool"]: the pool sets this label itself; remove it
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => Run(new EdgePoolArgs
        {
            ClusterName = "gpu",
            Region = "eu-central-1",
            AccountId = "123456789012",
            PoolName = "site",
            DevicesPerNode = 17,
            Labels = { ["gpu-inference/pool"] = "other" },
        }))).Message);

    private static Task<ComponentRun> Run(EdgePoolArgs args) =>
        ComponentHarness.RunAsync(() => _ = new EdgePool("site", args, Samples.In(Samples.AwsProvider())), Samples.Options);
}
