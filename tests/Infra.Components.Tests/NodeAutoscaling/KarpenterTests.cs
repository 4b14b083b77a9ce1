using Infra.Components.NodeAutoscaling;
using Infra.Components.Tests.Helm;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.NodeAutoscaling;

public sealed class KarpenterTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    // IAM counts the characters of all inline policies of a role, without white space (IAM user guide, "IAM and AWS STS quotas").
    private const int MostCharacters = 10_240;

    [Fact]
    public async Task Definitions_come_before_the_controller_and_go_after_it() => Assert.Equal(
        """
        gpu-inference:index:Karpenter karpenter
        aws:iam/role:Role karpenter-node-role parent=karpenter provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment karpenter-node-role-worker parent=karpenter provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment karpenter-node-role-cni parent=karpenter provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment karpenter-node-role-registry parent=karpenter provider=aws
        aws:eks/accessEntry:AccessEntry karpenter-node-access parent=karpenter provider=aws
        aws:sqs/queue:Queue karpenter-queue parent=karpenter provider=aws
        aws:sqs/queuePolicy:QueuePolicy karpenter-queue-policy parent=karpenter provider=aws
        aws:cloudwatch/eventRule:EventRule karpenter-health-rule parent=karpenter provider=aws
        aws:cloudwatch/eventTarget:EventTarget karpenter-health-target parent=karpenter provider=aws
        aws:cloudwatch/eventRule:EventRule karpenter-spot-interruption-rule parent=karpenter provider=aws
        aws:cloudwatch/eventTarget:EventTarget karpenter-spot-interruption-target parent=karpenter provider=aws
        aws:cloudwatch/eventRule:EventRule karpenter-rebalance-rule parent=karpenter provider=aws
        aws:cloudwatch/eventTarget:EventTarget karpenter-rebalance-target parent=karpenter provider=aws
        aws:cloudwatch/eventRule:EventRule karpenter-state-change-rule parent=karpenter provider=aws
        aws:cloudwatch/eventTarget:EventTarget karpenter-state-change-target parent=karpenter provider=aws
        aws:cloudwatch/eventRule:EventRule karpenter-reservation-interruption-rule parent=karpenter provider=aws
        aws:cloudwatch/eventTarget:EventTarget karpenter-reservation-interruption-target parent=karpenter provider=aws
        aws:iam/role:Role karpenter-role parent=karpenter provider=aws
        aws:iam/rolePolicy:RolePolicy karpenter-policy parent=karpenter provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation karpenter-association parent=karpenter provider=aws after=karpenter-policy
        kubernetes:helm.sh/v3:Release karpenter-crds parent=karpenter provider=kubernetes
        kubernetes:helm.sh/v3:Release karpenter-release parent=karpenter provider=kubernetes after=karpenter-crds,karpenter-association
        """,
        (await Run()).Resources());

    [Fact]
    public async Task Nodes_may_join_the_cluster()
    {
        var entry = (await Run())["aws:eks/accessEntry:AccessEntry", "karpenter-node-access"].Inputs;

        JsonAssert.Same("""{ "clusterName": "gpu", "principalArn": "arn:aws:iam:::karpenter-node-role", "type": "EC2_LINUX" }""", entry);
    }

    [Fact]
    public async Task Interruptions_reach_the_queue_over_TLS_and_from_EventBridge_only()
    {
        var run = await Run();

        JsonAssert.Same("""{ "messageRetentionSeconds": 300, "sqsManagedSseEnabled": true }""", run["aws:sqs/queue:Queue", "karpenter-queue"].Inputs);
        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "EventBridge",
                  "Effect": "Allow",
                  "Principal": { "Service": ["events.amazonaws.com", "sqs.amazonaws.com"] },
                  "Action": "sqs:SendMessage",
                  "Resource": "arn:aws:sqs:::karpenter-queue"
                },
                {
                  "Sid": "DenyPlainHttp",
                  "Effect": "Deny",
                  "Principal": "*",
                  "Action": "sqs:*",
                  "Resource": "arn:aws:sqs:::karpenter-queue",
                  "Condition": { "Bool": { "aws:SecureTransport": "false" } }
                }
              ]
            }
            """,
            JToken.Parse((string)run["aws:sqs/queuePolicy:QueuePolicy", "karpenter-queue-policy"].Inputs["policy"]!));
        Assert.Equal(
            [
                """{"source":["aws.health"],"detail-type":["AWS Health Event"]}""",
                """{"source":["aws.ec2"],"detail-type":["EC2 Spot Instance Interruption Warning"]}""",
                """{"source":["aws.ec2"],"detail-type":["EC2 Instance Rebalance Recommendation"]}""",
                """{"source":["aws.ec2"],"detail-type":["EC2 Instance State-change Notification"]}""",
                """{"source":["aws.ec2"],"detail-type":["EC2 Capacity Reservation Instance Interruption Warning"]}""",
            ],
            run.Registrations.Where(r => r.Type == "aws:cloudwatch/eventRule:EventRule").Select(r => (string?)r.Inputs["eventPattern"]));
        JsonAssert.Same(
            """{ "rule": "karpenter-rebalance-rule", "arn": "arn:aws:sqs:::karpenter-queue" }""",
            run["aws:cloudwatch/eventTarget:EventTarget", "karpenter-rebalance-target"].Inputs);
    }

    [Fact]
    public async Task The_controller_launches_and_ends_tagged_instances_of_its_cluster_only()
    {
        var policy = await PolicyAsync();

        JsonAssert.Same(
            """
            {
              "Sid": "LaunchTagged",
              "Effect": "Allow",
              "Action": ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
              "Resource": [
                "arn:aws:ec2:eu-central-1:*:fleet/*", "arn:aws:ec2:eu-central-1:*:instance/*", "arn:aws:ec2:eu-central-1:*:volume/*",
                "arn:aws:ec2:eu-central-1:*:network-interface/*", "arn:aws:ec2:eu-central-1:*:launch-template/*", "arn:aws:ec2:eu-central-1:*:spot-instances-request/*"
              ],
              "Condition": {
                "StringEquals": { "aws:RequestTag/kubernetes.io/cluster/gpu": "owned", "aws:RequestTag/eks:eks-cluster-name": "gpu" },
                "StringLike": { "aws:RequestTag/karpenter.sh/nodepool": "*" }
              }
            }
            """,
            Statement(policy, "LaunchTagged"));
        JsonAssert.Same(
            """
            {
              "Sid": "DeleteOwn",
              "Effect": "Allow",
              "Action": ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
              "Resource": ["arn:aws:ec2:eu-central-1:*:instance/*", "arn:aws:ec2:eu-central-1:*:launch-template/*"],
              "Condition": {
                "StringEquals": { "aws:ResourceTag/kubernetes.io/cluster/gpu": "owned" },
                "StringLike": { "aws:ResourceTag/karpenter.sh/nodepool": "*" }
              }
            }
            """,
            Statement(policy, "DeleteOwn"));
        JsonAssert.Same(
            """
            {
              "Sid": "PassNodeRole",
              "Effect": "Allow",
              "Action": ["iam:PassRole"],
              "Resource": ["arn:aws:iam:::karpenter-node-role"],
              "Condition": { "StringEquals": { "iam:PassedToService": ["ec2.amazonaws.com"] } }
            }
            """,
            Statement(policy, "PassNodeRole"));
    }

    [Fact]
    public async Task Only_what_changes_nothing_is_allowed_everywhere()
    {
        var everywhere = (await PolicyAsync())["Statement"]!.Where(statement => statement["Resource"]!.Values<string>().Contains("*")).SelectMany(statement => statement["Action"]!.Values<string>());

        Assert.All(everywhere, action => Assert.Matches("^(ec2:Describe|iam:List|pricing:Get)", action));
    }

    [Fact]
    public async Task The_policy_fits_a_role_whose_cluster_has_the_longest_name() =>
        Assert.InRange((await PolicyAsync(new string('c', 100))).ToString(Newtonsoft.Json.Formatting.None).Length, 1, MostCharacters);

    [Fact]
    public async Task The_controller_knows_cluster_and_queue_and_leaves_the_definitions_to_their_own_chart()
    {
        var run = await Run();
        var release = run[Release, "karpenter-release"].Inputs;

        Assert.Equal(("oci://public.ecr.aws/karpenter/karpenter", "1.14.1", true), ((string?)release["chart"], (string?)release["version"], (bool?)release["skipCrds"]));
        Assert.Equal(
            ("oci://public.ecr.aws/karpenter/karpenter-crd", (string?)release["version"]),
            ((string?)run[Release, "karpenter-crds"].Inputs["chart"], (string?)run[Release, "karpenter-crds"].Inputs["version"]));
        JsonAssert.Same(
            """
            {
              "replicas": 2,
              "serviceAccount": { "create": true, "name": "karpenter" },
              "settings": { "clusterName": "gpu", "interruptionQueue": "karpenter-queue", "featureGates": { "nodeOverlay": false } },
              "controller": { "resources": { "requests": { "cpu": "1", "memory": "1Gi" }, "limits": { "memory": "1Gi" } } },
              "tolerations": [ { "key": "CriticalAddonsOnly", "operator": "Exists" } ],
              "serviceMonitor": { "enabled": false }
            }
            """,
            release["values"]);
    }

    [Fact]
    public async Task Its_pods_are_declared() => JsonAssert.Same(
        """
        [
          {
            "workload": "karpenter",
            "kind": "Deployment",
            "replicas": 2,
            "cpu": "1",
            "memory": "1Gi",
            "selectors": [],
            "tolerations": [ { "key": "CriticalAddonsOnly" } ],
            "hostAccess": [],
            "maxUnavailable": "1",
            "spread": ["topology.kubernetes.io/zone", "kubernetes.io/hostname"],
            "source": "karpenter 1.14.1, templates/deployment.yaml; replicas and requests in our values"
          }
        ]
        """,
        (await Run())["gpu-inference:index:Karpenter", "karpenter"].Inputs["footprint"]);

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows() =>
        Assert.Empty(ChartValues.Unknown("karpenter", (await Run())[Release, "karpenter-release"].Inputs["values"]!));

    private static async Task<JObject> PolicyAsync(string cluster = "gpu") =>
        JObject.Parse((string)(await Run(cluster))["aws:iam/rolePolicy:RolePolicy", "karpenter-policy"].Inputs["policy"]!);

    private static JToken Statement(JObject policy, string sid) => policy["Statement"]!.Single(statement => (string?)statement["Sid"] == sid);

    private static Task<ComponentRun> Run(string cluster = "gpu") => ComponentHarness.RunAsync(
        () => _ = new Karpenter(
            "karpenter",
            new KarpenterArgs { ClusterName = cluster, Region = "eu-central-1", AccountId = "123456789012" },
            new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider() } }),
        Samples.Options);
}
