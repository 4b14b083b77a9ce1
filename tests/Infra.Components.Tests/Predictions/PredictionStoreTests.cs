using Infra.Components.Predictions;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Predictions;

public sealed class PredictionStoreTests
{
    [Fact]
    public async Task ElastiCache_lets_in_one_user_who_gets_and_sets_predictions_from_nodes_alone()
    {
        var run = await Run(PredictionSamples.Store());

        JsonAssert.Same(
            """
            { "userId": "gpu-inference-prod-store", "userName": "default", "engine": "valkey", "accessString": "on ~prediction:* -@all +get +set", "passwords": ["letters-and-digits"] }
            """,
            run["aws:elasticache/user:User", "store-user"].Inputs);
        JsonAssert.Same(
            """{ "userGroupId": "gpu-inference-prod-store", "engine": "valkey", "userIds": ["gpu-inference-prod-store"] }""",
            run["aws:elasticache/userGroup:UserGroup", "store-users"].Inputs);
        JsonAssert.Same(
            """
            [ { "description": "Valkey from nodes", "protocol": "tcp", "fromPort": 6379, "toPort": 6379, "securityGroups": ["sg-nodes"] } ]
            """,
            run["aws:ec2/securityGroup:SecurityGroup", "store-access"].Inputs["ingress"]!);
        JsonAssert.Same(
            """
            {
              "description": "Predictions, which can be computed again",
              "engine": "valkey",
              "majorEngineVersion": "8",
              "subnetIds": ["subnet-a", "subnet-b"],
              "securityGroupIds": ["store-access-id"],
              "userGroupId": "gpu-inference-prod-store",
              "cacheUsageLimits": { "dataStorage": { "maximum": 10, "unit": "GB" }, "ecpuPerSeconds": [ { "maximum": 20000 } ] }
            }
            """,
            run["aws:elasticache/serverlessCache:ServerlessCache", "store-cache"].Inputs);
        var store = (PredictionStore)run["gpu-inference:index:PredictionStore", "store"].Resource;
        Assert.True(store.Tls);
        Assert.Equal("store-cache.cache.invalid", await Pulumi.Utilities.OutputUtilities.GetValueAsync(store.Host));
    }

    [Fact]
    public async Task A_server_in_the_cluster_forgets_what_nobody_asks_for_and_lets_caches_in()
    {
        var run = await Run(new PredictionStoreArgs { Namespace = "inference", ClusterMemory = "2Gi" });
        var deployment = run["kubernetes:apps/v1:Deployment", "store-deployment"].Inputs;

        JsonAssert.Same("""{ "type": "Recreate" }""", deployment.SelectToken("spec.strategy")!);
        var container = deployment.SelectToken("spec.template.spec.containers[0]")!;
        Assert.Equal("docker.io/valkey/valkey:8.1.9-alpine", (string?)container["image"]);
        Assert.Equal(
            "valkey-server --bind * --port 6379 --requirepass $(PREDICTION_STORE_PASSWORD) --maxmemory 1610612700 --maxmemory-policy allkeys-lru --save  --appendonly no --dir /tmp",
            string.Join(' ', container["command"]!.Select(word => (string?)word)));
        JsonAssert.Same("""{ "requests": { "cpu": "100m", "memory": "2Gi" }, "limits": { "memory": "2Gi" } }""", container["resources"]!);
        JsonAssert.Same("""{ "tcpSocket": { "port": "valkey" }, "periodSeconds": 5, "failureThreshold": 3 }""", container["readinessProbe"]!);
        JsonAssert.Same(
            """
            {
              "podSelector": { "matchLabels": { "app.kubernetes.io/instance": "prediction-store", "app.kubernetes.io/component": "prediction-store" } },
              "policyTypes": ["Ingress", "Egress"],
              "ingress": [ { "from": [ { "podSelector": { "matchLabels": { "app.kubernetes.io/component": "prediction-cache" } } } ], "ports": [ { "protocol": "TCP", "port": 6379 } ] } ]
            }
            """,
            run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "store-network-policy"].Inputs["spec"]!);
        var store = (PredictionStore)run["gpu-inference:index:PredictionStore", "store"].Resource;
        Assert.False(store.Tls);
        Assert.Equal("prediction-store.inference.svc.cluster.local", await Pulumi.Utilities.OutputUtilities.GetValueAsync(store.Host));
    }

    [Fact]
    public async Task What_is_wrong_is_listed()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Run(new PredictionStoreArgs { StoreName = "-", Namespace = "inference" }));
        Assert.Contains(
            """
            2 problems in gpu-inference:index:PredictionStore:
              store.storeName: '-' is not a store's name; allowed: 1 to 52 characters, lowercase letters, digits and '-', with a letter first and a letter or digit last
              store: has neither of elastiCache and clusterMemory; exactly one of them says where predictions are kept
            """.ReplaceLineEndings("\n"),
            error.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "store.clusterMemory: '1Mi' is not a store's memory; allowed: a size of 64Mi or more, such as 2Gi",
            (await Assert.ThrowsAnyAsync<Exception>(() => Run(new PredictionStoreArgs { Namespace = "inference", ClusterMemory = "1Mi" }))).ToString(), StringComparison.Ordinal);
    }

    private static Task<ComponentRun> Run(PredictionStoreArgs args) => ComponentHarness.RunAsync(
        () => _ = new PredictionStore("store", args, new ComponentResourceOptions { Providers = { Samples.KubernetesProvider(), Samples.AwsProvider(), Samples.RandomProvider() } }), Samples.Options);
}
