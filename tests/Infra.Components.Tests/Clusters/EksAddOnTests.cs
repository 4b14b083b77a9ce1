using Infra.Components.Clusters;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Clusters;

public sealed class EksAddOnTests
{
    private const string AddOn = "aws:eks/addon:Addon";

    [Fact]
    public async Task The_add_on_waits_for_what_its_role_may_do() => Assert.Equal(
        """
        gpu-inference:index:EksAddOn vpc-cni
        aws:iam/role:Role vpc-cni-role parent=vpc-cni provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment vpc-cni-role-AmazonEKS_CNI_Policy parent=vpc-cni provider=aws
        aws:iam/rolePolicy:RolePolicy vpc-cni-policy parent=vpc-cni provider=aws
        aws:eks/addon:Addon vpc-cni-addon parent=vpc-cni provider=aws after=vpc-cni-role-AmazonEKS_CNI_Policy,vpc-cni-policy
        """,
        (await Run()).Resources());

    [Fact]
    public async Task The_add_on_has_version_configuration_and_an_identity_of_its_own() => JsonAssert.Same(
        """
        {
          "clusterName": "gpu",
          "addonName": "vpc-cni",
          "addonVersion": "v1.21.1-eksbuild.3",
          "configurationValues": "{\"enableNetworkPolicy\":\"true\"}",
          "podIdentityAssociations": [ { "serviceAccount": "aws-node", "roleArn": "arn:aws:iam:::vpc-cni-role" } ],
          "preserve": false,
          "resolveConflictsOnCreate": "OVERWRITE",
          "resolveConflictsOnUpdate": "OVERWRITE"
        }
        """,
        (await Run())[AddOn, "vpc-cni-addon"].Inputs);

    [Fact]
    public async Task Only_the_add_ons_pods_in_this_cluster_take_on_the_role() => JsonAssert.Same(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "Service": "pods.eks.amazonaws.com" },
              "Action": ["sts:AssumeRole", "sts:TagSession"],
              "Condition": {
                "StringEquals": {
                  "aws:RequestTag/eks-cluster-name": "gpu",
                  "aws:RequestTag/kubernetes-namespace": "kube-system",
                  "aws:RequestTag/kubernetes-service-account": ["aws-node"]
                }
              }
            }
          ]
        }
        """,
        JToken.Parse((string)(await Run())["aws:iam/role:Role", "vpc-cni-role"].Inputs["assumeRolePolicy"]!));

    [Fact]
    public async Task An_add_on_that_calls_nobody_has_no_role_and_takes_the_default_version()
    {
        var run = await Run(new EksAddOnArgs { ClusterName = "gpu", AddOn = "coredns", Preserve = true });

        Assert.Equal("gpu-inference:index:EksAddOn vpc-cni\naws:eks/addon:Addon vpc-cni-addon parent=vpc-cni provider=aws", run.Resources());
        JsonAssert.Same(
            """{ "clusterName": "gpu", "addonName": "coredns", "preserve": true, "resolveConflictsOnCreate": "OVERWRITE", "resolveConflictsOnUpdate": "OVERWRITE" }""",
            run[AddOn, "vpc-cni-addon"].Inputs);
    }

    [Fact]
    public async Task Its_pods_are_in_the_plan() => JsonAssert.Same(
        """
        [
          {
            "workload": "aws-node",
            "kind": "DaemonSet",
            "cpu": "50m",
            "memory": "0",
            "selectors": [],
            "tolerations": [ {} ],
            "hostAccess": ["Paths", "Network", "Privileges"],
            "source": "github.com/aws/eks-charts at 27a920d, stable/aws-vpc-cni, values.yaml and templates/daemonset.yaml"
          }
        ]
        """,
        (await Run())["gpu-inference:index:EksAddOn", "vpc-cni"].Inputs["footprint"]);

    [Fact]
    public async Task A_role_of_somebody_else_is_used_as_it_is()
    {
        var run = await Run(new EksAddOnArgs
        {
            ClusterName = "gpu",
            AddOn = "aws-efs-csi-driver",
            ServiceAccounts = ["efs-csi-controller-sa", "efs-csi-node-sa"],
            RoleArn = "arn:aws:iam::123456789012:role/efs",
        });

        Assert.DoesNotContain(run.Registrations, r => r.Type.StartsWith("aws:iam/", StringComparison.Ordinal));
        JsonAssert.Same(
            """
            [
              { "serviceAccount": "efs-csi-controller-sa", "roleArn": "arn:aws:iam::123456789012:role/efs" },
              { "serviceAccount": "efs-csi-node-sa", "roleArn": "arn:aws:iam::123456789012:role/efs" }
            ]
            """,
            run[AddOn, "vpc-cni-addon"].Inputs["podIdentityAssociations"]);
    }

    [Theory]
    [InlineData("aws-node", null, "vpc-cni.policyArns: there is none, and no policy; a role that may do nothing is of no use")]
    [InlineData(null, "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy", "vpc-cni.serviceAccounts: there is none that could take on the role; name the add-on's service accounts")]
    public async Task Half_an_identity_is_refused(string? serviceAccount, string? policy, string problem)
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new EksAddOnArgs
        {
            ClusterName = "gpu",
            AddOn = "vpc-cni",
            ServiceAccounts = serviceAccount is null ? [] : [serviceAccount],
            PolicyArns = policy is null ? [] : [policy],
        }));

        Assert.Equal($"1 problem in gpu-inference:index:EksAddOn:\n  {problem}", error.Message);
    }

    private static Task<ComponentRun> Run(EksAddOnArgs? args = null) => ComponentHarness.RunAsync(
        () => _ = new EksAddOn("vpc-cni", args ?? Samples.AddOn(), Samples.In(Samples.AwsProvider())));
}
