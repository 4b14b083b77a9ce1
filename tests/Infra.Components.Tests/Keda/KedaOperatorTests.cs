using Infra.Components.Keda;
using Infra.Components.Monitoring;
using Infra.Components.Tests.Helm;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Keda;

public sealed class KedaOperatorTests
{
    [Fact]
    public async Task The_identity_comes_before_the_pods() => Assert.Equal(
        """
        gpu-inference:index:KedaOperator keda
        kubernetes:core/v1:Namespace keda-namespace parent=keda provider=kubernetes
        aws:iam/role:Role keda-role parent=keda provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation keda-association parent=keda provider=aws
        kubernetes:helm.sh/v3:Release keda-release parent=keda provider=kubernetes after=keda-association
        """,
        (await Run(new KedaOperatorArgs { ClusterName = "gpu" })).Resources());

    [Fact]
    public async Task Without_EKS_it_has_no_identity() => Assert.Equal(
        ["keda", "keda-namespace", "keda-release"],
        (await Run(new KedaOperatorArgs())).Registrations.Where(r => !r.Type.StartsWith("pulumi:", StringComparison.Ordinal)).Select(r => r.Name));

    [Fact]
    public async Task Only_the_operator_of_this_cluster_takes_the_role_on()
    {
        var run = await Run(new KedaOperatorArgs { ClusterName = "gpu" });

        JsonAssert.Same(
            """{ "clusterName": "gpu", "namespace": "keda", "serviceAccount": "keda-operator", "roleArn": "arn:aws:iam:::keda-role" }""",
            run.Inputs("keda-association"));
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringEquals":{"aws:RequestTag/eks-cluster-name":"gpu","aws:RequestTag/kubernetes-namespace":"keda","aws:RequestTag/kubernetes-service-account":["keda-operator"]}}}]}""",
            (string?)run.Inputs("keda-role")["assumeRolePolicy"]);
    }

    [Fact]
    public async Task What_it_may_ask_AWS_is_what_scaling_asks_it_for_and_comes_before_its_pods()
    {
        const string workspace = "arn:aws:aps:eu-central-1:123456789012:workspace/ws-1";
        const string queue = "arn:aws:sqs:eu-central-1:123456789012:orders";

        var run = await Run(new KedaOperatorArgs { ClusterName = "gpu", PrometheusWorkspaceArn = workspace, QueueArns = [queue] });

        JsonAssert.Same(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Sid": "QueryMetrics", "Effect": "Allow", "Action": ["aps:QueryMetrics"], "Resource": ["{{workspace}}"] },
                { "Sid": "ReadLengths", "Effect": "Allow", "Action": ["sqs:GetQueueAttributes"], "Resource": ["{{queue}}"] }
              ]
            }
            """,
            Newtonsoft.Json.Linq.JToken.Parse((string)run.Inputs("keda-policy")["policy"]!));
        Assert.Equal(["keda-association", "keda-policy"], run.Registrations.Single(r => r.Name == "keda-release").DependsOn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_an_identity_it_can_ask_AWS_for_nothing() => Assert.Equal(
        "1 problem in gpu-inference:index:KedaOperator:\n  keda.clusterName: missing; without it KEDA has no identity in AWS, with which it could ask a workspace or a queue",
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(new KedaOperatorArgs { QueueArns = ["arn:aws:sqs:eu-central-1:123456789012:orders"] }))).Message);

    [Fact]
    public async Task Its_pods_keep_the_level_restricted_and_are_declared()
    {
        var run = await Run(new KedaOperatorArgs { Replicas = 3 });

        Assert.Equal("restricted", (string?)run.Inputs("keda-namespace").SelectToken("metadata.labels['pod-security.kubernetes.io/enforce']"));
        Assert.Equal(
            [("keda-operator", 3, "100m", "100Mi"), ("keda-operator-metrics-apiserver", 3, "100m", "100Mi"), ("keda-admission-webhooks", 3, "100m", "100Mi")],
            run.Inputs("keda")["footprint"]!.Select(pod => ((string)pod["workload"]!, (int)pod["replicas"]!, (string)pod["cpu"]!, (string)pod["memory"]!)));
    }

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows()
    {
        var args = new KedaOperatorArgs { Scraping = new ScrapingArgs { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } } };

        Assert.Empty(ChartValues.Unknown("keda", (await Run(args)).Inputs("keda-release")["values"]!));
    }

    [Fact]
    public async Task The_release_is_pinned_and_says_what_the_footprint_counts_on()
    {
        var release = (await Run(new KedaOperatorArgs())).Inputs("keda-release");

        Assert.Equal(
            ("keda", "2.20.2", "https://kedacore.github.io/charts", "keda"),
            ((string?)release["chart"], (string?)release["version"], (string?)release.SelectToken("repositoryOpts.repo"), (string?)release["namespace"]));
        JsonAssert.Same(
            """
            {
              "operator": { "replicaCount": 2 },
              "metricsServer": { "replicaCount": 2 },
              "webhooks": { "enabled": true, "replicaCount": 2 },
              "serviceAccount": {
                "operator": { "create": true, "name": "keda-operator" },
                "metricServer": { "create": true, "name": "keda-metrics-server" },
                "webhooks": { "create": true, "name": "keda-webhook" }
              },
              "resources": {
                "operator": { "requests": { "cpu": "100m", "memory": "100Mi" }, "limits": { "memory": "1000Mi" } },
                "metricServer": { "requests": { "cpu": "100m", "memory": "100Mi" }, "limits": { "memory": "1000Mi" } },
                "webhooks": { "requests": { "cpu": "100m", "memory": "100Mi" }, "limits": { "memory": "1000Mi" } }
              },
              "podDisruptionBudget": { "operator": { "maxUnavailable": 1 }, "metricServer": { "maxUnavailable": 1 }, "webhooks": { "maxUnavailable": 1 } },
              "topologySpreadConstraints": {
                "operator": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app": "keda-operator" } } }, { "maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app": "keda-operator" } } }],
                "metricsServer": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app": "keda-operator-metrics-apiserver" } } }, { "maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app": "keda-operator-metrics-apiserver" } } }],
                "webhooks": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app": "keda-admission-webhooks" } } }, { "maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app": "keda-admission-webhooks" } } }]
              },
              "prometheus": { "operator": { "enabled": false }, "metricServer": { "enabled": false }, "webhooks": { "enabled": false } }
            }
            """,
            release["values"]);
    }

    [Fact]
    public async Task No_pods_are_refused() => Assert.Equal(
        "1 problem in gpu-inference:index:KedaOperator:\n  keda.replicas: 0 is less than 1",
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(new KedaOperatorArgs { Replicas = 0 }))).Message);

    private static Task<ComponentRun> Run(KedaOperatorArgs args) => JobSamples.Run(options => _ = new KedaOperator("keda", args, options));
}
