using Infra.Components.Serving;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Backends;

public sealed class LlmInferenceServiceBackendTests
{
    [Fact]
    public async Task The_model_brings_its_files_and_nobody_routes_to_it()
    {
        var spec = (await ServiceAsync(SmallModel.On("llmInferenceService")))["spec"]!;

        JsonAssert.Same("""{ "uri": "s3://models-bucket/qwen", "name": "qwen" }""", spec["model"]);
        JsonAssert.Same("""{ "enabled": false }""", spec["storageInitializer"]);
        Assert.Equal(2, spec["replicas"]);
        Assert.Equal(["annotations", "labels", "model", "replicas", "storageInitializer", "template"], ((JObject)spec).Properties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("main", "model-download"), ((string?)spec.SelectToken("template.containers[0].name"), (string?)spec.SelectToken("template.initContainers[0].name")));
    }

    // The controller finds its pods by name, component and part-of, and what else stands there becomes part of a selector that can't change.
    [Fact]
    public async Task Its_pods_are_told_from_others_by_the_model_s_name_and_the_controller_s_word()
    {
        var run = await SmallModel.Run(SmallModel.On("llmInferenceService"));

        JsonAssert.Same("""{ "app.kubernetes.io/instance": "qwen" }""", SmallModel.Inputs(run, ModelPods.LlmInferenceService).SelectToken("spec.labels"));
        const string Selector = """{ "app.kubernetes.io/instance": "qwen", "app.kubernetes.io/component": "llminferenceservice-workload" }""";
        JsonAssert.Same(Selector, SmallModel.Inputs(run, "kubernetes:networking.k8s.io/v1:NetworkPolicy").SelectToken("spec.podSelector.matchLabels"));
        JsonAssert.Same(Selector, SmallModel.Inputs(run, "kubernetes:policy/v1:PodDisruptionBudget").SelectToken("spec.selector.matchLabels"));
        JsonAssert.Same(Selector, SmallModel.Inputs(run, "kubernetes:monitoring.coreos.com/v1:ServiceMonitor").SelectToken("spec.selector.matchLabels"));
    }

    [Theory]
    [InlineData(2, "pulumi.com/waitFor", "condition=Ready")]
    [InlineData(0, "pulumi.com/skipAwait", "true")]
    public async Task The_deployment_waits_for_the_model_where_there_is_one(int replicas, string annotation, string value)
    {
        var service = await ServiceAsync(SmallModel.On("llmInferenceService", replicas));

        JsonAssert.Same(
            $$"""{ "{{annotation}}": "{{value}}", "pulumi.com/deletionPropagationPolicy": "foreground" }""", service.SelectToken("metadata.annotations"));
    }

    [Theory]
    [InlineData("hf")]
    [InlineData("pvc")]
    [InlineData("oci")]
    [InlineData("cache")]
    public async Task Wherever_the_files_are_the_service_says_it(string kind)
    {
        var (source, uri) = kind switch
        {
            "hf" => (new ModelSourceArgs { HuggingFace = "Qwen/Qwen2.5-0.5B", Revision = "v1" }, "hf://Qwen/Qwen2.5-0.5B:v1"),
            "pvc" => (new ModelSourceArgs { Volume = new VolumeSourceArgs { ClaimName = "models", Path = "qwen", Kind = "efs" } }, "pvc://models/qwen"),
            "oci" => (new ModelSourceArgs { Image = "registry.example.com/qwen:1" }, "oci://registry.example.com/qwen:1"),
            _ => (new ModelSourceArgs { Cache = new CacheSourceArgs { ClaimName = "cache", Directory = "qwen-1a2b" } }, "pvc://cache/qwen-1a2b"),
        };

        Assert.Equal(uri, (await ServiceAsync(From(source))).SelectToken("spec.model.uri"));
    }

    // KServe reads whole objects as templates of Go.
    [Theory]
    [InlineData("llmInferenceService", ModelPods.LlmInferenceService, "spec.template.containers[0].env[?(@.name == 'CHAT')].value")]
    [InlineData("kserve", ModelPods.Runtime, "spec.containers[0].env[?(@.name == 'CHAT')].value")]
    public async Task Braces_of_the_model_s_own_come_through(string backend, string type, string path)
    {
        var model = SmallModel.On(backend);
        model.Environment["CHAT"] = "{{ bos_token }}{% if x %}";

        Assert.Equal("{{`{{`}} bos_token }}{% if x %}", SmallModel.Inputs(await SmallModel.Run(model), type).SelectToken(path));
    }

    private static InferenceServiceArgs From(ModelSourceArgs source)
    {
        var small = SmallModel.On("llmInferenceService");
        return new InferenceServiceArgs
        {
            Model = small.Model,
            Namespace = small.Namespace,
            Runtime = small.Runtime,
            Backend = small.Backend,
            Source = source,
            ModelSize = small.ModelSize,
            Pools = small.Pools,
            Accelerators = small.Accelerators,
            Resources = small.Resources,
            Llm = small.Llm,
        };
    }

    private static async Task<JObject> ServiceAsync(InferenceServiceArgs args) => SmallModel.Inputs(await SmallModel.Run(args), ModelPods.LlmInferenceService);
}
