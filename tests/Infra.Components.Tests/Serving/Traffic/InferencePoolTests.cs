using Infra.Components.Serving;
using Infra.Components.Serving.Traffic;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Serving.Traffic;

/// <summary>A model on vLLM behind an endpoint picker: exactly these objects, and refused where the picker wouldn't see its replicas.</summary>
public sealed class InferencePoolTests
{
    private const string Pool = "kubernetes:inference.networking.k8s.io/v1:InferencePool";
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private const string HttpRoute = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";

    [Fact]
    public async Task The_pool_has_the_models_pods_and_refuses_requests_without_a_picker() => JsonAssert.Same(
        """
        {
          "selector": { "matchLabels": { "app.kubernetes.io/component": "inference", "app.kubernetes.io/instance": "classifier" } },
          "targetPorts": [{ "number": 8000 }],
          "endpointPickerRef": { "name": "classifier-picker", "port": { "number": 9002 }, "failureMode": "FailClose" }
        }
        """,
        (await RunAsync())[Pool, "vision-pool"].Inputs["spec"]);

    // Workers of a group answer nobody.
    [Fact]
    public async Task Of_a_group_the_leader_is_chosen() => JsonAssert.Same(
        """{ "app.kubernetes.io/component": "inference", "app.kubernetes.io/instance": "classifier", "leaderworkerset.sigs.k8s.io/worker-index": "0" }""",
        (await RunAsync("leaderWorkerSet"))[Pool, "vision-pool"].Inputs.SelectToken("spec.selector.matchLabels"));

    [Fact]
    public async Task The_route_leads_to_the_pool_and_comes_after_its_picker()
    {
        var route = (await RunAsync())[HttpRoute, "vision-route"];

        JsonAssert.Same(
            """[{ "group": "inference.networking.k8s.io", "kind": "InferencePool", "name": "classifier", "weight": 100 }]""", route.Inputs.SelectToken("spec.rules[0].backendRefs"));
        Assert.Superset(new HashSet<string> { "vision-pool", "vision-picker-service" }, route.DependsOn.ToHashSet());
    }

    [Fact]
    public async Task Without_one_nothing_of_it_is_there() =>
        Assert.DoesNotContain((await ServingSamples.Run(RuntimeSamples.Vllm(expose: ExposeSamples.ByGateway()))).Registrations, one => one.Type == Pool || one.Name.Contains("picker", StringComparison.Ordinal));

    [Fact]
    public async Task The_picker_is_one_pod_that_stays_until_the_longest_answer_is_told()
    {
        var run = await RunAsync();
        var deployment = run[Deployment, "vision-picker-deployment"].Inputs;
        var pod = deployment.SelectToken("spec.template.spec")!;

        JsonAssert.Same("""{ "type": "RollingUpdate", "rollingUpdate": { "maxSurge": 1, "maxUnavailable": 0 } }""", deployment.SelectToken("spec.strategy"));
        Assert.Equal((1, 15 + 10, "classifier-picker", true), ((int)deployment.SelectToken("spec.replicas")!, (int)pod["terminationGracePeriodSeconds"]!, (string?)pod["serviceAccountName"], (bool)pod["automountServiceAccountToken"]!));
        JsonAssert.Same(
            """
            {
              "name": "picker",
              "image": "ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0",
              "env": [{ "name": "NAMESPACE", "valueFrom": { "fieldRef": { "fieldPath": "metadata.namespace" } } }],
              "ports": [{ "name": "grpc", "containerPort": 9002 }, { "name": "health", "containerPort": 9003 }, { "name": "metrics", "containerPort": 9090 }],
              "resources": { "requests": { "cpu": "1", "memory": "2Gi" }, "limits": { "memory": "2Gi" } },
              "readinessProbe": { "grpc": { "port": 9003, "service": "readiness" }, "initialDelaySeconds": 5, "periodSeconds": 2, "failureThreshold": 3 },
              "livenessProbe": { "grpc": { "port": 9003, "service": "liveness" }, "initialDelaySeconds": 5, "periodSeconds": 10, "failureThreshold": 3 },
              "securityContext": { "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } }
            }
            """,
            Without(pod["containers"]![0]!, "args"));
        Assert.Contains("vision-pool", run[Deployment, "vision-picker-deployment"].DependsOn);
    }

    [Fact]
    public async Task Its_arguments_name_the_pool_and_how_replicas_are_scored()
    {
        var args = (await RunAsync())[Deployment, "vision-picker-deployment"].Inputs.SelectToken("spec.template.spec.containers[0].args")!.Values<string>().ToList();

        Assert.Equal(
            [
                "--pool-name=classifier", "--grpc-port=9002", "--grpc-health-port=9003", "--metrics-port=9090", "--metrics-endpoint-auth=false", "--enable-pprof=false", "--tracing=false",
                "--zap-encoder=json", "--drain-timeout=15s",
            ],
            args[..^1]);
        JsonAssert.Same(
            """
            {
              "apiVersion": "llm-d.ai/v1alpha1",
              "kind": "EndpointPickerConfig",
              "plugins": [
                { "type": "queue-scorer" }, { "type": "kv-cache-utilization-scorer" }, { "type": "prefix-cache-scorer" },
                { "type": "metrics-data-source", "parameters": { "scheme": "http", "path": "/metrics" } },
                { "type": "core-metrics-extractor" },
                { "type": "openai-parser" }, { "type": "anthropic-parser" }, { "type": "vllmhttp-parser" }, { "type": "passthrough-parser" }
              ],
              "schedulingProfiles": [{
                "name": "default",
                "plugins": [
                  { "pluginRef": "queue-scorer", "weight": 2 }, { "pluginRef": "kv-cache-utilization-scorer", "weight": 2 }, { "pluginRef": "prefix-cache-scorer", "weight": 3 }
                ]
              }],
              "requestHandler": {
                "parsers": [{ "pluginRef": "openai-parser" }, { "pluginRef": "anthropic-parser" }, { "pluginRef": "vllmhttp-parser" }, { "pluginRef": "passthrough-parser" }]
              }
            }
            """,
            JObject.Parse(args[^1]!["--config-text=".Length..]));
    }

    [Fact]
    public async Task It_is_asked_by_the_gateway_and_asks_replicas_and_API_server()
    {
        var policy = (await RunAsync())[NetworkPolicy, "vision-picker-network-policy"].Inputs["spec"]!;

        JsonAssert.Same(
            """
            [
              { "from": [{ "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "envoy-gateway-system" } } }], "ports": [{ "protocol": "TCP", "port": 9002 }] },
              { "from": [{ "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "monitoring" } } }], "ports": [{ "protocol": "TCP", "port": 9090 }] }
            ]
            """,
            policy["ingress"]);
        Assert.Equal(["53", "53", "443", "6443", "8000"], policy.SelectTokens("egress[*].ports[*].port").Select(port => (string?)port));
        JsonAssert.Same(
            """[{ "podSelector": { "matchLabels": { "app.kubernetes.io/component": "inference", "app.kubernetes.io/instance": "classifier" } } }]""", policy.SelectToken("egress[2].to"));
    }

    [Fact]
    public async Task It_may_read_pods_and_pools_of_its_namespace()
    {
        var run = await RunAsync();

        JsonAssert.Same(
            """
            [
              { "apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list", "watch"] },
              { "apiGroups": ["inference.networking.k8s.io"], "resources": ["inferencepools"], "verbs": ["get", "list", "watch"] }
            ]
            """,
            run["kubernetes:rbac.authorization.k8s.io/v1:Role", "vision-picker-role"].Inputs["rules"]);
        JsonAssert.Same(
            """[{ "kind": "ServiceAccount", "name": "classifier-picker", "namespace": "models" }]""",
            run["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "vision-picker-binding"].Inputs["subjects"]);
    }

    [Fact]
    public async Task Its_metrics_are_read_apart_from_the_models()
    {
        var run = await RunAsync();

        JsonAssert.Same(
            """
            {
              "selector": { "matchLabels": { "app.kubernetes.io/component": "endpoint-picker", "app.kubernetes.io/instance": "classifier" } },
              "endpoints": [{ "port": "metrics", "path": "/metrics", "interval": "30s" }],
              "podTargetLabels": []
            }
            """,
            run["kubernetes:monitoring.coreos.com/v1:ServiceMonitor", "vision-picker-monitor"].Inputs["spec"]);
        JsonAssert.Same(
            """
            [{ "name": "grpc", "port": 9002, "targetPort": "grpc", "appProtocol": "kubernetes.io/h2c" }, { "name": "metrics", "port": 9090, "targetPort": "metrics" }]
            """,
            run["kubernetes:core/v1:Service", "vision-picker-service"].Inputs.SelectToken("spec.ports"));
    }

    [Fact]
    public async Task What_it_takes_has_to_be_quantities() => Assert.Equal(
        """
        2 problems in gpu-inference:index:InferenceService:
          vision.expose.inferencePool.cpu: 'much' is no CPU quantity; allowed: a number of cores such as 2, 0.5 or 500m, no finer than 1m
          vision.expose.inferencePool.memory: 'more' is no size; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei
        """,
        await ProblemsAsync(RuntimeSamples.Vllm(expose: ExposeSamples.ByGateway(picker: new EndpointPickerArgs { Cpu = "much", Memory = "more" }))));

    [Theory]
    [InlineData("kserve")]
    [InlineData("llmInferenceService")]
    [InlineData("ray")]
    public async Task Backends_whose_pods_have_an_operators_labels_are_refused(string backend) => Assert.Equal(
        $"""
        1 problem in gpu-inference:index:InferenceService:
          vision.expose.inferencePool: the backend {backend} can't have an InferencePool, because its operator decides on the labels of its pods; these can: plain, leaderWorkerSet; change backend or expose.inferencePool
        """,
        await ProblemsAsync(Model(backend)));

    [Fact]
    public async Task Another_runtime_is_refused() => Assert.Equal(
        """
        1 problem in gpu-inference:index:InferenceService:
          vision.expose.inferencePool: the endpoint picker chooses by queue and cache of vLLM, and the runtime tensorflow-serving hasn't these; remove it, or set runtime: vllm
        """,
        await ProblemsAsync(ExposeSamples.On(ExposeSamples.ByGateway(picker: new EndpointPickerArgs()))));

    private static async Task<string> ProblemsAsync(InferenceServiceArgs args) => (await Assert.ThrowsAsync<ResourceException>(() => ServingSamples.Run(args))).Message;

    private static InferenceServiceArgs Model(string backend) => RuntimeSamples.Vllm(expose: ExposeSamples.ByGateway(picker: new EndpointPickerArgs()), backend: backend);

    private static JObject Without(JToken value, string key)
    {
        var copy = (JObject)value.DeepClone();
        copy.Remove(key);
        return copy;
    }

    private static Task<ComponentRun> RunAsync(string backend = "plain") => ServingSamples.Run(Model(backend));
}
