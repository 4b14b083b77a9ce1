using System.Text.Json.Nodes;
using Infra.Core.Projections;

namespace Infra.Core.Tests.Projections;

/// <summary>Pods of Kubernetes' own kinds and of Jobs that KEDA starts.</summary>
public sealed class WorkloadProjectionTests
{
    private const string Template = """ "template": {"spec": {"containers": [{"name": "c", "resources": {"requests": {"cpu": "1", "memory": "1Gi"}}}]}} """;

    [Theory]
    [InlineData("""{"replicas": 3, "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 0}}, TEMPLATE}""", "3-3, 3 at an update")]
    [InlineData("""{"replicas": 3, "strategy": {"rollingUpdate": {"maxSurge": 2}}, TEMPLATE}""", "3-3, 5 at an update")]
    [InlineData("""{"replicas": 5, "strategy": {"rollingUpdate": {"maxSurge": "50%"}}, TEMPLATE}""", "5-5, 8 at an update")]
    [InlineData("""{"replicas": 4, "strategy": {"type": "Recreate"}, TEMPLATE}""", "4-4, 4 at an update")]
    // A quarter, rounded up.
    [InlineData("""{"replicas": 5, TEMPLATE}""", "5-5, 7 at an update")]
    [InlineData("""{TEMPLATE}""", "1-1, 2 at an update")]
    public void A_Deployment_adds_its_surge_while_it_is_updated(string spec, string pods) => Assert.Equal(pods, Of("apps/v1", "Deployment", spec));

    [Fact]
    public void An_autoscaler_says_how_many_a_Deployment_has() => Assert.Equal(
        "1-6, 8 at an update",
        Line(Assert.Single(PodProjections.Of(
            Resource("apps/v1", "Deployment", """{TEMPLATE}"""),
            _ => null,
            (kind, name) => (kind, name) == ("Deployment", "x") ? (JsonObject)JsonNode.Parse("""{"kind": "HorizontalPodAutoscaler", "spec": {"minReplicas": 1, "maxReplicas": 6}}""")! : null))));

    [Fact]
    public void A_StatefulSet_replaces_its_pods_in_their_place() => Assert.Equal("2-2, 2 at an update", Of("apps/v1", "StatefulSet", """{"replicas": 2, TEMPLATE}"""));

    [Fact]
    public void A_DaemonSet_has_one_on_each_node()
    {
        var pods = Assert.Single(PodProjections.Of(Resource("apps/v1", "DaemonSet", """{TEMPLATE}"""), _ => null));

        Assert.Equal((true, 1), (pods.IsPerNode, pods.Most));
    }

    [Theory]
    [InlineData("""{"completions": 10, "parallelism": 3, TEMPLATE}""", "0-3, 3 at an update")]
    [InlineData("""{"completions": 2, "parallelism": 3, TEMPLATE}""", "0-2, 2 at an update")]
    [InlineData("""{TEMPLATE}""", "0-1, 1 at an update")]
    public void A_Job_has_no_more_pods_at_a_time_than_it_has_work(string spec, string pods)
    {
        Assert.Equal(pods, Of("batch/v1", "Job", spec));
        Assert.Equal(pods, Of("batch/v1", "CronJob", $$"""{"jobTemplate": {"spec": {{spec}} } }"""));
    }

    [Theory]
    [InlineData("""{"maxReplicaCount": 4, "jobTargetRef": {"parallelism": 2, TEMPLATE}}""", "0-8, 8 at an update")]
    [InlineData("""{"jobTargetRef": {TEMPLATE}}""", "0-100, 100 at an update")]
    public void KEDA_starts_as_many_Jobs_as_it_may(string spec, string pods) => Assert.Equal(pods, Of("keda.sh/v1alpha1", "ScaledJob", spec));

    private static string Of(string apiVersion, string kind, string spec) => Line(Assert.Single(PodProjections.Of(Resource(apiVersion, kind, spec), _ => null)));

    private static string Line(ProjectedPods pods)
    {
        Assert.Equal((1000, 1024), (pods.Requests.Cpu.Millicores, pods.Requests.Memory.Bytes >> 20));
        return $"{pods.Least}-{pods.Most}, {pods.MostAtUpdate} at an update";
    }

    private static JsonObject Resource(string apiVersion, string kind, string spec) => (JsonObject)JsonNode.Parse(
        $$"""{"apiVersion": "{{apiVersion}}", "kind": "{{kind}}", "metadata": {"name": "x"}, "spec": {{spec.Replace("TEMPLATE", Template, StringComparison.Ordinal)}}}""")!;
}
