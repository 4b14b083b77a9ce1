using System.Text.Json.Nodes;
using Infra.Core.Nodes;
using Infra.Core.Projections;

namespace Infra.Core.Tests.Projections;

public sealed class PodProjectionTests
{
    private const string Server =
        """{"name": "server", "resources": {"requests": {"cpu": "3", "memory": "12Gi", "ephemeral-storage": "6Gi", "nvidia.com/gpu": "1"}, "limits": {"memory": "12Gi", "nvidia.com/gpu": "1"}}}""";

    private const string Placement = """ "nodeSelector": {"gpu-inference/pool": "t4"}, "tolerations": [{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}] """;

    private const string Pod = """{"initContainers": [{"name": "download", "resources": {"requests": {"cpu": "250m", "memory": "256Mi"}}}], "containers": [SERVER], PLACEMENT}""";

    [Fact]
    public void KServe_makes_predictors_of_the_runtime_with_a_batcher_and_transformers()
    {
        var pods = Of(
            """
            {
              "apiVersion": "serving.kserve.io/v1beta1", "kind": "InferenceService",
              "spec": {
                "predictor": {"model": {"runtime": "nlp"}, "minReplicas": 1, "maxReplicas": 3, "batcher": {"maxBatchSize": 32}, PLACEMENT},
                "transformer": {"minReplicas": 2, "containers": [{"name": "kserve-container", "resources": {"limits": {"cpu": "500m", "memory": "1Gi"}}}]}
              }
            }
            """,
            name => name == "nlp" ? Parse("""{"spec": {"containers": [SERVER]}}""") : null);

        Assert.Equal(["predictor 1-3: 3100m 12388Mi, nvidia.com/gpu 1", "transformer 2-2: 500m 1024Mi"], pods.Select(Line));
        Assert.Equal("t4", pods[0].NodeSelector["gpu-inference/pool"]);
        Assert.Equal(new Toleration("nvidia.com/gpu", TaintEffect.NoSchedule), Assert.Single(pods[0].Tolerations));
        Assert.Empty(pods[1].NodeSelector);
        Assert.Empty(pods[1].Tolerations);
    }

    // Its requests are those of the annotations, and Istio's own without any.
    [Theory]
    [InlineData("""{"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"template": {"metadata": {"labels": {"sidecar.istio.io/inject": "true"}, "annotations": {"sidecar.istio.io/proxyCPU": "250m", "sidecar.istio.io/proxyMemory": "512Mi"}}, "spec": POD}}}""", "pod 1-1: 3250m 12800Mi, nvidia.com/gpu 1")]
    [InlineData("""{"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"template": {"metadata": {"labels": {"sidecar.istio.io/inject": "true"}}, "spec": POD}}}""", "pod 1-1: 3100m 12416Mi, nvidia.com/gpu 1")]
    [InlineData("""{"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"template": {"metadata": {"labels": {"sidecar.istio.io/inject": "false"}}, "spec": POD}}}""", "pod 1-1: 3 12288Mi, nvidia.com/gpu 1")]
    [InlineData("""{"apiVersion": "serving.kserve.io/v1beta1", "kind": "InferenceService", "spec": {"predictor": {"labels": {"sidecar.istio.io/inject": "true"}, "containers": [SERVER]}}}""", "predictor 1-1: 3100m 12416Mi, nvidia.com/gpu 1")]
    public void Istio_puts_its_proxy_into_pods_that_ask_for_it(string found, string pods) => Assert.Equal(pods, Line(Assert.Single(Of(found))));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void KServe_makes_a_language_model_s_pods_as_they_are_written(int replicas)
    {
        var pods = Of(
            """{"apiVersion": "serving.kserve.io/v1alpha2", "kind": "LLMInferenceService", "spec": {"model": {"uri": "s3://b/m"}, "replicas": REPLICAS, "template": POD}}"""
                .Replace("REPLICAS", $"{replicas}", StringComparison.Ordinal));

        Assert.Equal([$"workload {replicas}-{replicas}: 3 12288Mi, nvidia.com/gpu 1"], pods.Select(Line));
        Assert.Equal("t4", pods[0].NodeSelector["gpu-inference/pool"]);
    }

    [Theory]
    [InlineData("""{"kind": "HorizontalPodAutoscaler", "spec": {"minReplicas": 2, "maxReplicas": 6}}""", "predictor 2-6: 3 12288Mi, nvidia.com/gpu 1")]
    [InlineData("""{"kind": "ScaledObject", "spec": {"minReplicaCount": 0, "maxReplicaCount": 6}}""", "predictor 0-6: 3 12288Mi, nvidia.com/gpu 1")]
    [InlineData(null, "predictor 1-1: 3 12288Mi, nvidia.com/gpu 1")]
    public void An_autoscaler_beside_KServe_s_object_counts_its_predictors(string? scaler, string pods) => Assert.Equal(
        pods,
        Line(Assert.Single(PodProjections.Of(
            Parse("""{"apiVersion": "serving.kserve.io/v1beta1", "kind": "InferenceService", "metadata": {"name": "nlp"}, "spec": {"predictor": {"containers": [SERVER]}}}"""),
            _ => null,
            (kind, name) => scaler is not null && (kind, name) == ("Deployment", "nlp-predictor") ? Parse(scaler) : null))));

    [Fact]
    public void An_autoscaler_counts_the_replicas_of_a_language_model_of_KServe() => Assert.Equal(
        "workload 0-6: 3 12288Mi, nvidia.com/gpu 1",
        Line(Assert.Single(PodProjections.Of(
            Parse("""{"apiVersion": "serving.kserve.io/v1alpha2", "kind": "LLMInferenceService", "metadata": {"name": "chat"}, "spec": {"model": {"uri": "s3://b/m"}, "template": POD}}"""),
            _ => null,
            (kind, name) => (kind, name) == ("Deployment", "chat-kserve") ? Parse("""{"kind": "ScaledObject", "spec": {"minReplicaCount": 0, "maxReplicaCount": 6}}""") : null))));

    [Fact]
    public void An_autoscaler_counts_whole_groups() => Assert.Equal(
        ["leader 1-3: 3 12288Mi, nvidia.com/gpu 1", "worker 1-3: 3 12288Mi, nvidia.com/gpu 1"],
        PodProjections.Of(
            Parse("""{"apiVersion": "leaderworkerset.x-k8s.io/v1", "kind": "LeaderWorkerSet", "metadata": {"name": "r1-group"}, "spec": {"leaderWorkerTemplate": {"size": 2, "workerTemplate": {"spec": POD}}}}"""),
            _ => null,
            (kind, name) => (kind, name) == ("LeaderWorkerSet", "r1-group") ? Parse("""{"kind": "HorizontalPodAutoscaler", "spec": {"minReplicas": 1, "maxReplicas": 3}}""") : null).Select(Line));

    [Fact]
    public void A_runtime_that_nobody_declares_is_an_error() => Assert.Equal(
        "there is no ServingRuntime 'nlp' (Parameter 'resource')",
        Assert.Throws<ArgumentException>(() => Of(
            """{"apiVersion": "serving.kserve.io/v1beta1", "kind": "InferenceService", "spec": {"predictor": {"model": {"runtime": "nlp"}, "minReplicas": 1}}}""")).Message);

    [Fact]
    public void KubeRay_makes_a_head_with_its_autoscaler_and_workers_of_several_hosts() => Assert.Equal(
        ["head 1-1: 1500m 4608Mi", "model 2-8: 3 12288Mi, nvidia.com/gpu 1"],
        Of(
            """
            {
              "apiVersion": "ray.io/v1", "kind": "RayService",
              "spec": {
                "rayClusterConfig": {
                  "enableInTreeAutoscaling": true,
                  "headGroupSpec": {"template": {"spec": {"containers": [{"name": "head", "resources": {"requests": {"cpu": "1", "memory": "4Gi"}}}]}}},
                  "workerGroupSpecs": [{"groupName": "model", "numOfHosts": 2, "minReplicas": 1, "maxReplicas": 4, "template": {"spec": POD}}]
                }
              }
            }
            """).Select(Line));

    [Theory]
    [InlineData("", "submitter 1-1: 500m 200Mi")]
    [InlineData("\"submissionMode\": \"HTTPMode\",", null)]
    public void A_job_on_Ray_has_a_pod_that_submits_where_the_operator_does_not(string mode, string? submitter) => Assert.Equal(
        submitter is null ? ["head 1-1: 1 4096Mi"] : ["head 1-1: 1 4096Mi", submitter],
        Of(
            """
            {
              "apiVersion": "ray.io/v1", "kind": "RayJob",
              "spec": { MODE "rayClusterSpec": {"headGroupSpec": {"template": {"spec": {"containers": [{"name": "head", "resources": {"requests": {"cpu": "1", "memory": "4Gi"}}}]}}} } }
            }
            """.Replace("MODE", mode, StringComparison.Ordinal)).Select(Line));

    [Fact]
    public void Waiting_for_the_head_takes_what_a_small_worker_does_not() => Assert.Equal(
        "small 1-1: 200m 256Mi",
        Line(Of(
            """
            {
              "apiVersion": "ray.io/v1", "kind": "RayCluster",
              "spec": {
                "headGroupSpec": {"template": {"spec": {"containers": [{"name": "head"}]}}},
                "workerGroupSpecs": [{"groupName": "small", "minReplicas": 1, "maxReplicas": 1, "template": {"spec": {"containers": [{"name": "w", "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}}}]}}}]
              }
            }
            """)[1]));

    [Theory]
    [InlineData(0, 2, "leader 0-0: 3 12288Mi, nvidia.com/gpu 1; worker 0-0: 3 12288Mi, nvidia.com/gpu 1")]
    [InlineData(3, 1, "leader 3-3: 3 12288Mi, nvidia.com/gpu 1")]
    [InlineData(2, 4, "leader 2-2: 3 12288Mi, nvidia.com/gpu 1; worker 6-6: 3 12288Mi, nvidia.com/gpu 1")]
    public void A_group_is_a_leader_and_its_workers(int replicas, int size, string pods) => Assert.Equal(
        pods,
        string.Join("; ", Of(
            """
            {
              "apiVersion": "leaderworkerset.x-k8s.io/v1", "kind": "LeaderWorkerSet",
              "spec": {"replicas": REPLICAS, "leaderWorkerTemplate": {"size": SIZE, "workerTemplate": {"spec": POD}}}
            }
            """.Replace("REPLICAS", $"{replicas}", StringComparison.Ordinal).Replace("SIZE", $"{size}", StringComparison.Ordinal)).Select(Line)));

    [Fact]
    public void Other_kinds_make_none() => Assert.Empty(Of("""{"apiVersion": "v1", "kind": "Service"}"""));

    private static ProjectedPods[] Of(string resource, Func<string, JsonObject?>? runtime = null) => [.. PodProjections.Of(Parse(resource), runtime ?? (_ => null))];

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json
        .Replace("POD", Pod, StringComparison.Ordinal).Replace("SERVER", Server, StringComparison.Ordinal).Replace("PLACEMENT", Placement, StringComparison.Ordinal))!;

    private static string Line(ProjectedPods pods)
    {
        var requests = pods.Requests;
        var devices = string.Concat(requests.Devices.Select(device => $", {device.Key} {device.Value}"));
        return $"{pods.Role} {pods.Least}-{pods.Most}: {requests.Cpu} {requests.Memory.Bytes >> 20}Mi{devices}";
    }
}
