using Infra.Components.NodeAutoscaling;
using Infra.Components.Tests.Helm;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.NodeAutoscaling;

public sealed class ClusterAutoscalerTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public async Task The_release_waits_for_its_identity() => Assert.Equal(
        """
        gpu-inference:index:ClusterAutoscaler ca
        aws:iam/role:Role ca-role parent=ca provider=aws
        aws:iam/rolePolicy:RolePolicy ca-policy parent=ca provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation ca-association parent=ca provider=aws after=ca-policy
        kubernetes:helm.sh/v3:Release ca-release parent=ca provider=kubernetes after=ca-association
        """,
        (await Run(Samples.ClusterAutoscaler())).Resources());

    [Fact]
    public async Task It_changes_groups_of_its_own_cluster_only()
    {
        var policy = JObject.Parse((string)(await Run(Samples.ClusterAutoscaler()))["aws:iam/rolePolicy:RolePolicy", "ca-policy"].Inputs["policy"]!);

        JsonAssert.Same(
            """
            {
              "Sid": "ScaleOwnGroups",
              "Effect": "Allow",
              "Action": ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
              "Resource": "*",
              "Condition": {
                "StringEquals": {
                  "aws:ResourceTag/k8s.io/cluster-autoscaler/enabled": "true",
                  "aws:ResourceTag/k8s.io/cluster-autoscaler/gpu": "owned"
                }
              }
            }
            """,
            policy["Statement"]![2]);
        Assert.Equal(3, policy["Statement"]!.Count());
        Assert.All(policy["Statement"]![0]!["Action"]!, action => Assert.Matches("^(autoscaling:Describe|ec2:(Describe|Get))", (string)action!));
        Assert.Equal(("eks:DescribeNodegroup", "arn:aws:eks:eu-central-1:*:nodegroup/gpu/*/*"), ((string?)policy["Statement"]![1]!["Action"], (string?)policy["Statement"]![1]!["Resource"]));
    }

    [Fact]
    public async Task The_pods_take_on_the_role_by_their_service_account()
    {
        var run = await Run(Samples.ClusterAutoscaler());
        var association = run["aws:eks/podIdentityAssociation:PodIdentityAssociation", "ca-association"].Inputs;
        var release = run[Release, "ca-release"].Inputs;

        Assert.Equal(("kube-system", "cluster-autoscaler", "gpu"), ((string?)association["namespace"], (string?)association["serviceAccount"], (string?)association["clusterName"]));
        Assert.Equal((string?)association["namespace"], (string?)release["namespace"]);
        Assert.Equal((string?)association["serviceAccount"], (string?)release.SelectToken("values.rbac.serviceAccount.name"));
    }

    [Theory]
    [InlineData("1.34", "v1.34.5")]
    [InlineData("1.35", "v1.35.2")]
    [InlineData("1.36", "v1.36.1")]
    public async Task The_image_is_of_the_clusters_minor_version(string version, string tag)
    {
        var values = (await Run(new ClusterAutoscalerArgs { ClusterName = "gpu", Region = "eu-central-1", KubernetesVersion = version }))[Release, "ca-release"].Inputs["values"]!;

        JsonAssert.Same($$"""{ "repository": "registry.k8s.io/autoscaling/cluster-autoscaler", "tag": "{{tag}}" }""", values["image"]);
    }

    [Fact]
    public async Task It_finds_its_groups_by_the_tags_that_EKS_sets() => JsonAssert.Same(
        """{ "clusterName": "gpu", "tags": ["k8s.io/cluster-autoscaler/enabled", "k8s.io/cluster-autoscaler/gpu"] }""",
        (await Run(Samples.ClusterAutoscaler()))[Release, "ca-release"].Inputs["values"]!["autoDiscovery"]);

    [Fact]
    public async Task Where_a_pod_may_run_on_several_groups_the_preferred_one_grows()
    {
        var args = new ClusterAutoscalerArgs { ClusterName = "gpu", Region = "eu-central-1", KubernetesVersion = "1.35", PreferredNodeGroups = ["gpu-t4", "gpu-t4-on-demand"] };
        var values = (await Run(args))[Release, "ca-release"].Inputs["values"]!;

        Assert.Equal("priority,least-waste", (string?)values["extraArgs"]!["expander"]);
        JsonAssert.Same(
            """{ "1": [".*"], "10": ["^eks-gpu-t4-on-demand-[0-9a-f]{8}-[0-9a-f]{4}-"], "20": ["^eks-gpu-t4-[0-9a-f]{8}-[0-9a-f]{4}-"] }""",
            values["expanderPriorities"]);
        Assert.DoesNotContain(ChartValues.Unknown("cluster-autoscaler", values), path => !path.StartsWith("extraArgs.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_preference_the_least_idle_decides()
    {
        var values = (await Run(Samples.ClusterAutoscaler()))[Release, "ca-release"].Inputs["values"]!;

        Assert.Equal("least-waste", (string?)values["extraArgs"]!["expander"]);
        Assert.Null(values["expanderPriorities"]);
    }

    [Fact]
    public async Task Its_pods_are_declared() => JsonAssert.Same(
        """
        [
          {
            "workload": "cluster-autoscaler",
            "kind": "Deployment",
            "replicas": 2,
            "cpu": "100m",
            "memory": "600Mi",
            "selectors": [],
            "tolerations": [],
            "hostAccess": [],
            "maxUnavailable": "1",
            "spread": ["topology.kubernetes.io/zone", "kubernetes.io/hostname"],
            "source": "cluster-autoscaler 9.59.0, templates/deployment.yaml; replicas and requests in our values"
          }
        ]
        """,
        (await Run(Samples.ClusterAutoscaler()))["gpu-inference:index:ClusterAutoscaler", "ca"].Inputs["footprint"]);

    [Fact]
    public async Task A_version_without_an_image_and_too_many_pods_are_refused_together()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new ClusterAutoscalerArgs { ClusterName = "gpu", Region = "eu-central-1", KubernetesVersion = "1.28", Replicas = 3 }));

        Assert.Equal(
            """
            2 problems in gpu-inference:index:ClusterAutoscaler:
              ca.kubernetesVersion: no Cluster Autoscaler is pinned for Kubernetes '1.28'; there are: 1.33, 1.34, 1.35, 1.36
              ca.replicas: 3 is not between 1 and 2; one pod leads, a second one waits
            """,
            error.Message);
    }

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows()
    {
        var values = (await Run(Samples.ClusterAutoscaler()))[Release, "ca-release"].Inputs["values"]!;

        // Flags of the program, which the chart passes on; it sets three itself.
        Assert.Equal(
            ["balance-similar-node-groups", "expander", "max-node-provision-time", "scale-down-delay-after-add", "scale-down-unneeded-time", "skip-nodes-with-local-storage", "skip-nodes-with-system-pods"],
            ChartValues.Unknown("cluster-autoscaler", values).Select(path => path.Replace("extraArgs.", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static Task<ComponentRun> Run(ClusterAutoscalerArgs args) => ComponentHarness.RunAsync(() =>
        _ = new ClusterAutoscaler("ca", args, new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider() } }));
}
