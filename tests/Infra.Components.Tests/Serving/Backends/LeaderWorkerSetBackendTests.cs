using Infra.Components.Serving;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Backends;

public sealed class LeaderWorkerSetBackendTests
{
    [Fact]
    public async Task A_replica_on_one_node_is_a_group_of_one()
    {
        var set = await SetAsync(SmallModel.On("leaderWorkerSet"));

        Assert.Equal("qwen-group", set.SelectToken("metadata.name"));
        Assert.Equal("condition=Available", set.SelectToken("metadata.annotations['pulumi.com/waitFor']"));
        Assert.Equal((2, 1), ((int)set.SelectToken("spec.replicas")!, (int)set.SelectToken("spec.leaderWorkerTemplate.size")!));
        Assert.Null(set.SelectToken("spec.leaderWorkerTemplate.leaderTemplate"));
        JsonAssert.Same("""{ "type": "RollingUpdate", "rollingUpdateConfiguration": { "maxUnavailable": 1, "maxSurge": 0 } }""", set.SelectToken("spec.rolloutStrategy"));
    }

    [Fact]
    public async Task Over_two_nodes_the_leader_serves_and_the_worker_follows_it()
    {
        var template = (await SetAsync(SmallModel.OverTwoNodes("leaderWorkerSet"))).SelectToken("spec.leaderWorkerTemplate")!;
        var (leader, worker) = (template.SelectToken("leaderTemplate.spec.containers[0]")!, template.SelectToken("workerTemplate.spec.containers[0]")!);

        Assert.Equal((2, "RecreateGroupOnPodRestart"), ((int)template["size"]!, (string?)template["restartPolicy"]));
        Assert.Equal(
            [
                "--pipeline-parallel-size=2", "--shutdown-timeout=15", "--distributed-executor-backend=mp", "--nnodes=$(LWS_GROUP_SIZE)",
                "--node-rank=$(LWS_WORKER_INDEX)", "--master-addr=$(LWS_LEADER_ADDRESS)",
            ],
            leader["args"]!.Values<string>().TakeLast(6));
        Assert.Equal([.. leader["args"]!.Values<string>(), "--headless"], worker["args"]!.Values<string>());
        Assert.NotNull(leader["startupProbe"]);
        Assert.Empty(worker["ports"]!);
        Assert.All(["startupProbe", "readinessProbe", "livenessProbe"], field => Assert.Null(worker[field]));
        // The leader is told to end after 15 s and finishes requests for 15 s more; a worker that is told ends at once.
        Assert.Equal((15, 30), ((int)leader.SelectToken("lifecycle.preStop.sleep.seconds")!, (int)worker.SelectToken("lifecycle.preStop.sleep.seconds")!));
        Assert.All(["leaderTemplate", "workerTemplate"], role => Assert.Equal(40, (int?)template.SelectToken($"{role}.spec.terminationGracePeriodSeconds")));
    }

    [Fact]
    public async Task Leader_and_worker_have_the_same_node_to_themselves()
    {
        var template = (await SetAsync(SmallModel.OverTwoNodes("leaderWorkerSet"))).SelectToken("spec.leaderWorkerTemplate")!;

        foreach (var role in new[] { "leaderTemplate", "workerTemplate" })
        {
            var pod = template.SelectToken($"{role}.spec")!;
            JsonAssert.Same(
                """{ "memory": "1500Gi", "nvidia.com/gpu": "8", "vpc.amazonaws.com/efa": "32" }""",
                pod.SelectToken("containers[0].resources.limits"));
            JsonAssert.Same("""{ "gpu-inference/pool": "h100" }""", pod["nodeSelector"]);
            Assert.Equal("Memory", pod.SelectToken("volumes[?(@.name == 'shm')].emptyDir.medium"));
            Assert.Empty(pod["topologySpreadConstraints"]!);
        }
    }

    [Fact]
    public async Task Only_leaders_are_called_and_groups_talk_among_themselves()
    {
        var run = await SmallModel.Run(SmallModel.OverTwoNodes("leaderWorkerSet"));

        JsonAssert.Same(
            """{ "app.kubernetes.io/instance": "deepseek", "app.kubernetes.io/component": "inference", "leaderworkerset.sigs.k8s.io/worker-index": "0" }""",
            run["kubernetes:core/v1:Service", "vision-service"].Inputs.SelectToken("spec.selector"));
        Assert.Equal("deepseek", run["kubernetes:core/v1:Service", "vision-service"].Inputs.SelectToken("metadata.name"));
        var pods = """{ "podSelector": { "matchLabels": { "app.kubernetes.io/instance": "deepseek", "app.kubernetes.io/component": "inference" } } }""";
        var policy = run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "vision-group-network-policy"].Inputs["spec"]!;
        JsonAssert.Same($"""[ {"{"} "from": [ {pods} ] {"}"} ]""", policy["ingress"]);
        JsonAssert.Same($"""[ {"{"} "to": [ {pods} ] {"}"} ]""", policy["egress"]);
    }

    [Fact]
    public async Task Without_replicas_nobody_waits()
    {
        var set = await SetAsync(SmallModel.OverTwoNodes("leaderWorkerSet", replicas: 0));

        Assert.Equal("true", set.SelectToken("metadata.annotations['pulumi.com/skipAwait']"));
        Assert.Null(set.SelectToken("metadata.annotations['pulumi.com/waitFor']"));
        Assert.Equal(0, set.SelectToken("spec.replicas"));
    }

    private static async Task<JObject> SetAsync(InferenceServiceArgs args) => SmallModel.Inputs(await SmallModel.Run(args), ModelPods.LeaderWorkerSet);
}
