using System.Collections.Immutable;
using Infra.Stacks.Rules;
using Infra.Stacks.Tests.Settings;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>What a model of a tenant needs moves with it into the tenant's namespace; what is for all stays where it is.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class TenantStackTests
{
    private const string Secret = "kubernetes:core/v1:Secret";

    public static TheoryData<string> Environments => [.. ShippedConfig.Files];

    // Who adds a component with a namespace of its own says so in the rules, or a team could have it.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_namespace_that_is_made_is_the_environment_s_a_tenant_s_or_kept_from_tenants(string file)
    {
        var config = ShippedConfig.OfFile(file);
        var settings = PlatformSettings.Read(new JsonConfig(config), new())!;
        // Those of a stack of models the platform's makes.
        string[] own = settings.Platform?.Stack is null ? [settings.Namespace, .. settings.Tenants.Select(tenant => tenant.NamespaceName)] : [];

        var made = (await MockedStack.OfAsync("x", config)).Resources.Where(resource => resource.Type == "kubernetes:core/v1:Namespace").Select(resource => (string)Tree.Of(resource.Inputs)["metadata"]!["name"]!).ToList();

        Assert.Superset(own.ToHashSet(), made.ToHashSet());
        Assert.All(made.Except(own), name => Assert.True(NamespaceRules.IsOfOthers(name, settings), $"a tenant could have the namespace {name}"));
    }

    [Fact]
    public async Task The_quota_counts_every_device_that_there_might_be()
    {
        var stack = await MockedStack.OfAsync("x", Vision().ForEngine());

        Assert.Equal(
            """
            {
              "count/configmaps": "500",
              "count/jobs.batch": "500",
              "count/secrets": "200",
              "persistentvolumeclaims": "20",
              "pods": "200",
              "requests.amd.com/gpu": "0",
              "requests.aws.amazon.com/neuron": "0",
              "requests.aws.amazon.com/neuroncore": "0",
              "requests.cpu": "16",
              "requests.habana.ai/gaudi": "0",
              "requests.memory": "64Gi",
              "requests.nvidia.com/gpu": "2",
              "requests.nvidia.com/gpu.shared": "0",
              "requests.storage": "0",
              "services": "200",
              "services.loadbalancers": "0",
              "services.nodeports": "0"
            }
            """.ReplaceLineEndings("\n"),
            Sorted(Tree.Of(stack.Single("kubernetes:core/v1:ResourceQuota", "vision-quota").Inputs)["spec"]!["hard"]!));
    }

    // The pieces of a cut GPU have names of their own, and nobody may have those of others.
    [Fact]
    public async Task Pieces_of_MIG_are_counted_by_their_size()
    {
        var stack = await MockedStack.OfAsync("x", Vision()
            .With("pools[1]", """{"name": "cut", "instanceTypes": ["p4d.24xlarge"], "capacity": {"max": 1}, "sharing": {"mig": {"layout": "all-1g.5gb", "strategy": "mixed"}}}""")
            .With("accelerators", """{"nvidia": "gpuOperator"}""")
            .ForEngine());

        Assert.Equal("0", (string?)Tree.Of(stack.Single("kubernetes:core/v1:ResourceQuota", "vision-quota").Inputs)["spec"]!["hard"]!["requests.nvidia.com/mig-1g.5gb"]);
    }

    [Fact]
    public async Task Secrets_are_in_each_namespace_that_needs_them()
    {
        var stack = await MockedStack.OfAsync("x", Vision()
            .With("imagePull", """{"credentials": true}""").With("imagePullCredentials", "\"c\"").With("huggingFaceToken", "\"t\"")
            .With("pools[0].capacity.max", "4")
            .With("models[0]", Chat("chat", ", \"tenant\": \"vision\"")).With("models[1]", Chat("other", ""))
            .ForEngine());

        Assert.Equal(
            ["image-pull-credentials inference", "vision-image-pull-credentials vision", "huggingface-token inference", "vision-huggingface-token vision"],
            new[] { "image-pull-credentials", "vision-image-pull-credentials", "huggingface-token", "vision-huggingface-token" }.Select(name => $"{name} {Tree.Of(stack.Single(Secret, name).Inputs)["metadata"]!["namespace"]}"));
    }

    [Fact]
    public async Task Each_namespace_has_its_own_store_of_predictions()
    {
        var stack = await MockedStack.OfAsync("x", Vision()
            .With("models[0].predictionCache", """{"ttl": "10m"}""").With("predictionStore", """{"cluster": {}}""")
            .With("models[1]", """{"name": "writer", "runtime": "tensorflow-serving", "source": "s3://models/writer", "pools": ["t4"], "predictionCache": {"ttl": "10m"}}""")
            .With("pools[0].capacity.max", "3")
            .ForEngine());

        Assert.Equal("vision", (string?)Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", "vision-prediction-store-deployment").Inputs)["metadata"]!["namespace"]);
        Assert.Equal("inference", (string?)Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", "prediction-store-deployment").Inputs)["metadata"]!["namespace"]);
        Assert.Contains(
            "host = \"prediction-store.vision.svc.cluster.local\",\n",
            (string?)Tree.Of(stack.Single("kubernetes:core/v1:ConfigMap", "reader-cache-configuration").Inputs)["data"]!["nginx.conf"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trainings_reach_the_registry_in_the_environment_s_namespace()
    {
        var stack = await MockedStack.OfAsync("x", Vision()
            .With("registry", """{"artifacts": "s3://models/mlflow"}""")
            .With("trainings", """[{"name": "night", "tenant": "vision", "pod": {"image": "example.com/night:1", "pools": ["t4"]}}]""")
            .ForEngine());
        var registry = Tree.Of(stack.Resources.Single(resource => resource.Type == "kubernetes:networking.k8s.io/v1:NetworkPolicy" && resource.Name == "mlflow-network-policy").Inputs);
        var training = Tree.Of(stack.Single("kubernetes:networking.k8s.io/v1:NetworkPolicy", "night-network-policy").Inputs);

        Assert.Equal("vision", (string?)registry["spec"]!["ingress"]![0]!["from"]![1]!["namespaceSelector"]!["matchLabels"]!["kubernetes.io/metadata.name"]);
        Assert.Equal("inference", (string?)training["spec"]!["egress"]![2]!["to"]![1]!["namespaceSelector"]!["matchLabels"]!["kubernetes.io/metadata.name"]);
        Assert.Equal("vision", (string?)training["metadata"]!["namespace"]);
    }

    [Fact]
    public async Task Ways_in_take_routes_of_the_namespaces_of_their_models_and_no_other()
    {
        var stack = await MockedStack.OfAsync("x", Vision()
            .With("models[0].expose", """{"via": "gateway", "host": "m.example.com"}""")
            .With("tenants[1]", """{"name": "language"}""")
            .ForEngine());
        var listener = Tree.Of(stack.Single("kubernetes:gateway.networking.k8s.io/v1:Gateway").Inputs)["spec"]!["listeners"]![0]!;

        Assert.Equal("vision", (string?)listener["allowedRoutes"]!["namespaces"]!["selector"]!["matchLabels"]!["kubernetes.io/metadata.name"]);
        Assert.Equal("vision", (string?)Tree.Of(stack.Single("kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "reader-route").Inputs)["metadata"]!["namespace"]);
    }

    [Fact]
    public async Task The_stack_tells_the_namespaces_of_its_tenants()
    {
        var stack = await MockedStack.OfAsync("x", Vision().With("tenants[0].namespace", "\"team-vision\"").ForEngine());
        var tenants = Assert.IsType<ImmutableSortedDictionary<string, Output<string>>>(stack.Outputs["tenants"]);
        var endpoints = Assert.IsType<ImmutableSortedDictionary<string, Output<string>>>(stack.Outputs["endpoints"]);

        Assert.Equal(("team-vision", "http://reader.team-vision.svc:8501/v1/models/reader"), (await OutputUtilities.GetValueAsync(tenants["vision"]), await OutputUtilities.GetValueAsync(endpoints["reader"])));
        Assert.DoesNotContain("tenants", (await MockedStack.OfAsync("x", SampleConfig.Eks().ForEngine())).Outputs.Keys);
    }

    // EKS knows one entry of a role.
    [Fact]
    public async Task A_role_of_several_tenants_has_one_entry_with_all_of_its_groups()
    {
        var stack = await MockedStack.OfAsync("x", Vision()
            .With("tenants[0].access", """{"viewers": {"roles": ["arn:aws:iam::123456789012:role/product"]}}""")
            .With("tenants[1]", """{"name": "language", "access": {"developers": {"roles": ["arn:aws:iam::123456789012:role/product"], "groups": ["auditors"]}}}""")
            .ForEngine());

        Assert.Equal(
            ["gpu-inference:vision:viewers", "gpu-inference:language:developers"],
            Tree.Of(stack.Single("aws:eks/accessEntry:AccessEntry").Inputs)["kubernetesGroups"]!.AsArray().Select(group => (string?)group));
        Assert.Equal(
            ["gpu-inference:language:developers", "auditors"],
            Tree.Of(stack.Single("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "language-developers").Inputs)["subjects"]!.AsArray().Select(subject => (string?)subject!["name"]));
    }

    [Fact]
    public async Task Kueue_is_there_where_a_tenant_has_a_queue_and_nowhere_else()
    {
        var queued = await MockedStack.OfAsync("x", Vision().With("tenants[0].queue", """{"devices": {"t4": 1}}""").ForEngine());

        Assert.Single(queued.Resources, resource => resource.Type == "gpu-inference:index:KueueOperator");
        Assert.DoesNotContain((await MockedStack.OfAsync("x", Vision().ForEngine())).Resources, resource => resource.Type is "gpu-inference:index:KueueOperator" or "gpu-inference:index:PoolFlavors");
    }

    private static string Chat(string name, string more) =>
        $$"""{"name": "{{name}}", "runtime": "vllm", "source": "hf://Qwen/Qwen2.5-0.5B-Instruct@v1", "huggingFaceToken": {}, "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}{{more}}}""";

    private static string Sorted(System.Text.Json.Nodes.JsonNode map) => new System.Text.Json.Nodes.JsonObject(map.AsObject().OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())))
        .ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }).ReplaceLineEndings("\n");

    private static SampleConfig Vision() => SampleConfig.Eks()
        .With("tenants", """[{"name": "vision", "quota": {"cpu": "16", "memory": "64Gi", "devices": {"nvidia.com/gpu": 2}}}]""")
        .With("models[0].tenant", "\"vision\"");
}
