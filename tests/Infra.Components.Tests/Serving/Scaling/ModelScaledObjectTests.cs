using Infra.Components.Serving;
using Infra.Components.Tests.Serving.Backends;
using Infra.Core.Serving.Autoscaling;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Scaling;

public sealed class ModelScaledObjectTests
{
    private const string Gateway = """sum(rate(envoy_cluster_upstream_rq_total{envoy_cluster_name=\"qwen\"}[2m]))""";
    private static readonly string _gateway = Gateway.Replace("\\", "", StringComparison.Ordinal);

    [Fact]
    public async Task CPU_and_others_stand_in_one_object()
    {
        var autoscaling = new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 4, CpuPercent = 70, KvCachePercent = 65, TokensPerSecond = 900, Fallback = new ScalingFallbackArgs { Replicas = 2, Failures = 5 } };

        var (who, what) = Assert.Single(ScaledSamples.Scalers(await ScaledSamples.Run("plain", autoscaling)));

        Assert.Equal("ScaledObject", who);
        Assert.Equal(["cpu ", "prometheus kvCachePercent", "prometheus tokensPerSecond"], what["triggers"]!.Select(trigger => $"{trigger["type"]} {trigger["name"]}"));
        JsonAssert.Same("""{ "type": "cpu", "metricType": "Utilization", "metadata": { "value": "70" } }""", what.SelectToken("triggers[0]"));
        JsonAssert.Same("""{ "failureThreshold": 5, "replicas": 2, "behavior": "currentReplicasIfHigher" }""", what["fallback"]);
        // KEDA warns of both where they have no effect.
        Assert.Null(what["pollingInterval"]);
        Assert.Null(what["cooldownPeriod"]);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("kserve")]
    [InlineData("llmInferenceService")]
    [InlineData("leaderWorkerSet")]
    public async Task What_sleeps_is_woken_by_the_gateway_and_nobody_waits_for_it(string backend)
    {
        var run = await ScaledSamples.Run(backend, ScaledSamples.By(ScalingMetric.Concurrency, min: 0, new ActivationArgs { Query = _gateway, Above = 0.1 }));
        var (_, what) = Assert.Single(ScaledSamples.Scalers(run));

        Assert.Equal((0, 4), ((int)what["minReplicaCount"]!, (int)what["maxReplicaCount"]!));
        Assert.Equal(1, (int)what.SelectToken("fallback.replicas")!);
        JsonAssert.Same(
            $$"""
            [
              {
                "type": "prometheus", "name": "concurrency", "metricType": "AverageValue",
                "metadata": {
                  "serverAddress": "http://prometheus.monitoring.svc:9090",
                  "query": "(sum(vllm:num_requests_running{namespace=\"models\",model_name=\"qwen\"})) or on() ((({{Gateway}}) <= 0.1) * 0)",
                  "threshold": "12", "activationThreshold": "0", "ignoreNullValues": "false"
                }
              },
              {
                "type": "prometheus", "name": "activation", "metricType": "AverageValue",
                "metadata": {
                  "serverAddress": "http://prometheus.monitoring.svc:9090",
                  "query": "{{Gateway}}",
                  "threshold": "1000000000", "activationThreshold": "0.1", "ignoreNullValues": "false"
                }
              }
            ]
            """,
            what["triggers"]);
        Assert.All(
            run.Registrations.Where(resource => resource.Type is ModelPods.Deployment or ModelPods.InferenceService or ModelPods.LlmInferenceService or ModelPods.LeaderWorkerSet or "kubernetes:core/v1:Service"),
            resource => Assert.Equal("true", (string?)resource.Inputs.SelectToken("metadata.annotations['pulumi.com/skipAwait']")));
    }

    [Fact]
    public async Task A_sleep_ends_and_begins_as_slowly_as_the_model_starts()
    {
        var run = await ScaledSamples.Run("plain", ScaledSamples.By(ScalingMetric.Cpu, min: 0, new ActivationArgs { Query = _gateway }));
        var (_, what) = Assert.Single(ScaledSamples.Scalers(run));
        var deadline = (int)SmallModel.Inputs(run, ModelPods.Deployment).SelectToken("spec.progressDeadlineSeconds")!;

        Assert.InRange((int)what["pollingInterval"]!, 5, 30);
        // Of the same start: the budget, which is twice the estimate.
        Assert.Equal(((int)what["initialCooldownPeriod"]! + 1) / 2, (int)what.SelectToken("advanced.horizontalPodAutoscalerConfig.behavior.scaleUp.policies[0].periodSeconds")!);
        Assert.InRange((int)what["cooldownPeriod"]!, 300, deadline);
    }

    [SkippableFact]
    public async Task A_queue_is_looked_at_as_KEDA_s_own_role()
    {
        var run = await ScaledSamples.Run(
            "plain",
            new AutoscalingArgs { MinReplicas = 0, MaxReplicas = 4, Activation = new ActivationArgs { Queue = "arn:aws:sqs:eu-central-1:123456789012:orders", MessagesPerReplica = 8 } });
        var (_, what) = Assert.Single(ScaledSamples.Scalers(run));

        JsonAssert.Same(
            """
            [
              {
                "type": "aws-sqs-queue", "name": "activation", "metricType": "AverageValue",
                "metadata": {
                  "awsRegion": "eu-central-1", "queueURL": "https://sqs.eu-central-1.amazonaws.com/123456789012/orders", "queueLength": "8", "scaleOnInFlight": "true"
                },
                "authenticationRef": { "name": "qwen" }
              }
            ]
            """,
            what["triggers"]);
        CheckAuthentication(run);
    }

    [SkippableFact]
    public async Task Amazon_s_Prometheus_is_asked_with_signed_requests()
    {
        var run = await ScaledSamples.Run("plain", ScaledSamples.By(ScalingMetric.QueueDepth), ScaledSamples.Amazon);
        var trigger = Assert.Single(ScaledSamples.Scalers(run)).What.SelectToken("triggers[0]")!;

        Assert.Equal("eu-central-1", (string?)trigger.SelectToken("metadata.awsRegion"));
        Assert.Equal("https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-0a1b2c3d-0000-4000-8000-000000000000", (string?)trigger.SelectToken("metadata.serverAddress"));
        Assert.Equal("qwen", (string?)trigger.SelectToken("authenticationRef.name"));
        CheckAuthentication(run);
    }

    [Fact]
    public async Task The_transformer_of_KServe_is_scaled_by_KServe_and_the_predictor_by_us()
    {
        var args = KServeBackendTests.Pipeline();
        var run = await SmallModel.Run(args);
        var service = SmallModel.Inputs(run, ModelPods.InferenceService);

        Assert.Equal("external", (string?)service.SelectToken("metadata.annotations['serving.kserve.io/autoscalerClass']"));
        Assert.Null(service.SelectToken("spec.predictor.autoScaling"));
        Assert.Null(service.SelectToken("spec.predictor.minReplicas"));
        JsonAssert.Same("""{ "serving.kserve.io/autoscalerClass": "hpa" }""", service.SelectToken("spec.transformer.annotations"));
        Assert.Equal((1, 3), ((int)service.SelectToken("spec.transformer.minReplicas")!, (int)service.SelectToken("spec.transformer.maxReplicas")!));
        JsonAssert.Same(
            """
            {
              "metrics": [
                { "type": "Resource", "resource": { "name": "cpu", "target": { "type": "Utilization", "averageUtilization": 70 } } },
                { "type": "Resource", "resource": { "name": "memory", "target": { "type": "Utilization", "averageUtilization": 80 } } }
              ]
            }
            """,
            service.SelectToken("spec.transformer.autoScaling"));
        Assert.Equal("nlp-predictor", (string?)Assert.Single(ScaledSamples.Scalers(run)).What.SelectToken("scaleTargetRef.name"));
    }

    private static void CheckAuthentication(ComponentRun run)
    {
        var authentication = SmallModel.Inputs(run, ScaledSamples.Authentication);

        JsonAssert.Same("""{ "podIdentity": { "provider": "aws" } }""", authentication["spec"]);
        Assert.Equal("qwen", (string?)authentication.SelectToken("metadata.name"));
        Assert.Contains("vision-authentication", run[ScaledSamples.ScaledObject, "vision-scaled-object"].DependsOn);
        Assert.All([authentication, SmallModel.Inputs(run, ScaledSamples.ScaledObject)], resource => Assert.Equal([], CustomResourceDefinitions.Problems(resource)));
    }
}
