using Infra.Components.Serving;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Backends;

public sealed class RayBackendTests
{
    /// <summary>A model that Ray scales, whose head keeps its state in a Redis.</summary>
    public static InferenceServiceArgs Scaled() => SmallModel.On(
        "ray",
        autoscaling: new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 4, Concurrency = 8 },
        ray: new RayArgs { Redis = new RayRedisArgs { Address = "rediss://redis.data.svc:6380", Port = 6380, Password = new SecretKeyArgs { Name = "redis", Key = "password" } } });

    /// <summary>An application of the user's own.</summary>
    public static InferenceServiceArgs Application() => new()
    {
        Model = "mobilenet",
        Namespace = "models",
        Runtime = "container",
        Backend = "ray",
        Container = new ServerContainerArgs { Image = "registry.example.com/mobilenet:2.0" },
        Ray = new RayArgs { Application = new RayApplicationArgs { ImportPath = "mobilenet:app", Deployment = "ImageClassifier", RayVersion = "2.51.1" } },
        ModelSize = "1Gi",
        Pools = [Samples.GpuPool("t4")],
        Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
        Replicas = 3,
    };

    [Fact]
    public async Task A_language_model_is_an_application_of_Ray_s_own() => JsonAssert.Same(
        """
        {
          "applications": [
            {
              "name": "qwen",
              "route_prefix": "/",
              "import_path": "ray.serve.llm:build_openai_app",
              "args": {
                "llm_configs": [
                  {
                    "model_loading_config": { "model_id": "qwen", "model_source": "/models" },
                    "deployment_config": { "num_replicas": 2, "max_ongoing_requests": 16 },
                    "engine_kwargs": {
                      "dtype": "float16", "max_model_len": 4096, "max_num_seqs": 16, "gpu_memory_utilization": 0.9,
                      "tensor_parallel_size": 1, "pipeline_parallel_size": 1
                    }
                  }
                ]
              }
            }
          ]
        }
        """,
        await ConfigAsync(SmallModel.On("ray")));

    [Fact]
    public async Task An_application_of_one_s_own_has_its_replicas_and_GPUs()
    {
        var config = await ConfigAsync(Application());
        var service = await ServiceAsync(Application());

        JsonAssert.Same(
            """
            {
              "applications": [
                {
                  "name": "mobilenet",
                  "route_prefix": "/",
                  "import_path": "mobilenet:app",
                  "deployments": [ { "name": "ImageClassifier", "num_replicas": 3, "max_replicas_per_node": 1, "ray_actor_options": { "num_gpus": 1 } } ]
                }
              ]
            }
            """,
            config);
        Assert.Equal("2.51.1", service.SelectToken("spec.rayClusterConfig.rayVersion"));
        Assert.Equal(
            ["registry.example.com/mobilenet:2.0", "registry.example.com/mobilenet:2.0"],
            service.SelectTokens("$..containers[0].image").Values<string>());
    }

    [Fact]
    public async Task Ray_s_autoscaler_owns_the_number_of_workers_within_its_bounds()
    {
        var cluster = (await ServiceAsync(Scaled())).SelectToken("spec.rayClusterConfig")!;
        var workers = cluster.SelectToken("workerGroupSpecs[0]")!;

        Assert.True((bool)cluster["enableInTreeAutoscaling"]!);
        Assert.Equal((1, 4), ((int)workers["minReplicas"]!, (int)workers["maxReplicas"]!));
        Assert.Null(workers["replicas"]);
        JsonAssert.Same(
            """{ "min_replicas": 1, "max_replicas": 4, "target_ongoing_requests": 8, "upscale_delay_s": 300, "downscale_delay_s": 1317 }""",
            (await ConfigAsync(Scaled())).SelectToken("applications[0].args.llm_configs[0].deployment_config.autoscaling_config"));
    }

    [Fact]
    public async Task A_fixed_number_of_workers_is_nobody_s_to_change()
    {
        var cluster = (await ServiceAsync(SmallModel.On("ray"))).SelectToken("spec.rayClusterConfig")!;
        var workers = cluster.SelectToken("workerGroupSpecs[0]")!;

        Assert.False((bool)cluster["enableInTreeAutoscaling"]!);
        Assert.Null(cluster["autoscalerOptions"]);
        Assert.Equal((2, 2, 2), ((int)workers["replicas"]!, (int)workers["minReplicas"]!, (int)workers["maxReplicas"]!));
    }

    [Fact]
    public async Task The_head_computes_nothing_and_runs_beside_the_controllers()
    {
        var head = (await ServiceAsync(SmallModel.On("ray"))).SelectToken("spec.rayClusterConfig.headGroupSpec")!;

        JsonAssert.Same("""{ "num-cpus": "0", "num-gpus": "0" }""", head["rayStartParams"]);
        JsonAssert.Same("""{ "requests": { "cpu": "1", "memory": "4Gi" }, "limits": { "memory": "4Gi" } }""", head.SelectToken("template.spec.containers[0].resources"));
        Assert.Null(head.SelectToken("template.spec.tolerations"));
        Assert.Null(head.SelectToken("template.spec.nodeSelector"));
        Assert.Null(head.SelectToken("template.spec.serviceAccountName"));
        Assert.Equal("ray-head", head.SelectToken("template.metadata.labels['app.kubernetes.io/component']"));
        JsonAssert.Same("""["amd64"]""", head.SelectToken("template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values"));
    }

    [Fact]
    public async Task The_head_s_state_outlives_it_in_a_Redis_whose_password_stands_nowhere()
    {
        var run = await SmallModel.Run(Scaled());

        JsonAssert.Same(
            """
            {
              "redisAddress": "rediss://redis.data.svc:6380",
              "redisPassword": { "valueFrom": { "secretKeyRef": { "name": "redis", "key": "password" } } }
            }
            """,
            SmallModel.Inputs(run, ModelPods.RayService).SelectToken("spec.rayClusterConfig.gcsFaultToleranceOptions"));
        Assert.Contains(6380, Policy(run).SelectTokens("egress[*].ports[*].port").Values<int>());
    }

    [Fact]
    public async Task A_replica_over_two_nodes_is_two_workers_with_their_share_of_the_fabric()
    {
        var service = await ServiceAsync(SmallModel.OverTwoNodes("ray"));

        Assert.Equal(2, service.SelectToken("spec.rayClusterConfig.workerGroupSpecs[0].replicas"));
        Assert.Equal("32", service.SelectToken("spec.rayClusterConfig.workerGroupSpecs[0].template.spec.containers[0].resources.limits['vpc.amazonaws.com/efa']"));
        Assert.Equal(2, (await ConfigAsync(SmallModel.OverTwoNodes("ray"))).SelectToken("applications[0].args.llm_configs[0].engine_kwargs.pipeline_parallel_size"));
    }

    [Fact]
    public async Task The_service_has_the_model_s_name_and_leaves_the_head_out()
    {
        var spec = (await ServiceAsync(SmallModel.On("ray")))["spec"]!;

        Assert.Equal("qwen", spec.SelectToken("serveService.metadata.name"));
        JsonAssert.Same(
            """[ { "name": "http", "port": 8000, "targetPort": "http" }, { "name": "metrics", "port": 8080, "targetPort": "metrics" } ]""",
            spec.SelectToken("serveService.spec.ports"));
        Assert.Null(spec.SelectToken("serveService.spec.selector"));
        Assert.True((bool)spec["excludeHeadPodFromServeSvc"]!);
    }

    [Fact]
    public async Task The_cluster_s_pods_talk_to_each_other_and_the_operator_to_the_head()
    {
        var policy = Policy(await SmallModel.Run(SmallModel.On("ray")));

        JsonAssert.Same("""{ "matchLabels": { "app.kubernetes.io/instance": "qwen" } }""", policy["podSelector"]);
        JsonAssert.Same(
            """
            [
              { "from": [ { "podSelector": { "matchLabels": { "app.kubernetes.io/instance": "qwen" } } } ] },
              {
                "from": [ { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "kuberay-system" } } } ],
                "ports": [ { "protocol": "TCP", "port": 8265 }, { "protocol": "TCP", "port": 52365 }, { "protocol": "TCP", "port": 8000 } ]
              }
            ]
            """,
            policy["ingress"]);
    }

    private static JToken Policy(Infra.TestKit.Components.ComponentRun run) =>
        run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "vision-cluster-network-policy"].Inputs["spec"]!;

    private static async Task<JObject> ServiceAsync(InferenceServiceArgs args) => SmallModel.Inputs(await SmallModel.Run(args), ModelPods.RayService);

    private static async Task<JToken> ConfigAsync(InferenceServiceArgs args) => JToken.Parse((string)(await ServiceAsync(args)).SelectToken("spec.serveConfigV2")!);
}
