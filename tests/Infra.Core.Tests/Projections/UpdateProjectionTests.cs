using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Projections;

namespace Infra.Core.Tests.Projections;

/// <summary>Pods that operators make beside the usual ones: while something changes, and when it goes.</summary>
public sealed class UpdateProjectionTests
{
    private const string Pod = """{"spec": {"containers": [{"name": "c", "resources": {"requests": {"cpu": "1", "memory": "4Gi"}}}]}}""";
    private const string Redis = """ "gcsFaultToleranceOptions": {"redisAddress": "redis:6379"} """;
    private const string Cluster = """ "headGroupSpec": {"template": POD}, "workerGroupSpecs": [{"groupName": "model", "minReplicas": 1, "maxReplicas": 3, "template": POD}] """;

    [Theory]
    [InlineData("", "head 2, model 6")]
    [InlineData(""" "upgradeStrategy": {"type": "NewCluster"}, """, "head 2, model 6")]
    [InlineData(""" "upgradeStrategy": {"type": "None"}, """, "head 1, model 3")]
    [InlineData(""" "upgradeStrategy": {"type": "NewClusterWithIncrementalUpgrade", "clusterUpgradeOptions": {"maxSurgePercent": 50}}, """, "head 2, model 5")]
    [InlineData(""" "upgradeStrategy": {"type": "NewClusterWithIncrementalUpgrade"}, """, "head 2, model 6")]
    public void A_changed_application_has_two_clusters_until_one_takes_over(string strategy, string pods) => Assert.Equal(
        pods, AtUpdate("ray.io/v1", "RayService", $$"""{ {{strategy}} "rayClusterConfig": { {{Cluster}} } }"""));

    [Fact]
    public void A_changed_cluster_has_no_second_one() => Assert.Equal("head 1, model 3", AtUpdate("ray.io/v1", "RayCluster", $$"""{ {{Cluster}} }"""));

    [Theory]
    [InlineData("RayCluster", "CLUSTER", "head 1-1: 1 4096Mi, model 1-3: 1 4096Mi, redis-cleanup 0-1: 200m 256Mi")]
    [InlineData("RayJob", """ "submissionMode": "HTTPMode", "rayClusterSpec": {CLUSTER} """, "head 1-1: 1 4096Mi, model 1-3: 1 4096Mi, redis-cleanup 0-1: 200m 256Mi")]
    public void State_in_a_Redis_is_deleted_by_a_pod_of_its_own(string kind, string spec, string pods) => Assert.Equal(
        pods,
        string.Join(", ", Of("ray.io/v1", kind, $$"""{ {{spec.Replace("CLUSTER", $"{Cluster}, {Redis}", StringComparison.Ordinal)}} }""")
            .Select(one => $"{one.Role} {one.Least}-{one.Most}: {one.Requests.Cpu} {one.Requests.Memory.Bytes >> 20}Mi")));

    [Fact]
    public void A_set_adds_whole_groups() => Assert.Equal(
        "leader 3, worker 9",
        AtUpdate("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", """{"replicas": 2, "rolloutStrategy": {"rollingUpdateConfiguration": {"maxSurge": 1}}, "leaderWorkerTemplate": {"size": 4, "workerTemplate": POD}}"""));

    [Theory]
    [InlineData("", "predictor 5")]
    [InlineData(""" , "deploymentStrategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 0}} """, "predictor 4")]
    public void KServe_s_Deployment_has_the_surge_of_its_strategy(string strategy, string pods) => Assert.Equal(
        pods,
        AtUpdate(
            "serving.kserve.io/v1beta1",
            "InferenceService",
            $$"""{"predictor": {"minReplicas": 1, "maxReplicas": 4, "containers": [{"name": "c"}] {{strategy}} } }"""));

    // A quarter, rounded up: Kubernetes' default.
    [Theory]
    [InlineData(0, "workload 0")]
    [InlineData(1, "workload 2")]
    [InlineData(5, "workload 7")]
    public void A_language_model_of_KServe_is_replaced_by_Kubernetes_default(int replicas, string pods) => Assert.Equal(
        pods,
        AtUpdate("serving.kserve.io/v1alpha2", "LLMInferenceService", $$"""{"model": {"uri": "s3://b/m"}, "replicas": {{replicas}}, "template": {"containers": [{"name": "c"}]} }"""));

    private static string AtUpdate(string apiVersion, string kind, string spec) => string.Join(", ", Of(apiVersion, kind, spec).Select(one => $"{one.Role} {one.MostAtUpdate}"));

    private static ImmutableArray<ProjectedPods> Of(string apiVersion, string kind, string spec) => PodProjections.Of(
        (JsonObject)JsonNode.Parse($$"""{"apiVersion": "{{apiVersion}}", "kind": "{{kind}}", "spec": {{spec.Replace("POD", Pod, StringComparison.Ordinal)}} }""")!, _ => null);
}
