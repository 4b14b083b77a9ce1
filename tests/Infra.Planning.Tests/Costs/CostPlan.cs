using Infra.Planning.Costs;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json.Linq;
using PlanUrn = Infra.Planning.Model.Urn;

namespace Infra.Planning.Tests.Costs;

/// <summary>A plan of few resources, whose provider works in us-west-2.</summary>
internal sealed class CostPlan
{
    private const string Prefix = "urn:pulumi:dev::gpu-inference::";
    private const string Stack = Prefix + "pulumi:pulumi:Stack::gpu-inference-dev";
    private const string Provider = Prefix + "pulumi:providers:aws::aws";
    private const string FarProvider = Prefix + "pulumi:providers:aws::far";

    private readonly JArray _resources = [];

    public CostPlan(string region = "us-west-2")
    {
        Add(Stack, null, null, "{}");
        Add(Provider, Stack, null, $$"""{"region": "{{region}}"}""");
        Add(FarProvider, Stack, null, """{"region": "us-east-2"}""");
    }

    public static PlanUrn Urn(string type, string name) => PlanUrn.Parse($"{Prefix}{type}::{name}");

    /// <summary>A resource of AWS.</summary>
    public CostPlan Aws(string type, string name, string inputs, bool isFar = false) => Add($"{Prefix}{type}::{name}", Stack, isFar ? FarProvider : Provider, inputs);

    /// <summary>A component.</summary>
    public CostPlan Component(string type, string name, string inputs) => Add($"{Prefix}gpu-inference:index:{type}::{name}", Stack, null, inputs);

    /// <summary>A resource of AWS that belongs to a component.</summary>
    public CostPlan Child(string component, string parent, string type, string name, string inputs) =>
        Add($"{Prefix}gpu-inference:index:{component}${type}::{name}", $"{Prefix}gpu-inference:index:{component}::{parent}", Provider, inputs);

    /// <summary>An object of Kubernetes.</summary>
    public CostPlan Kubernetes(string name, string inputs) => Add($"{Prefix}kubernetes:core/v1:Object::{name}", Stack, null, inputs);

    /// <summary>A pool of T4 nodes, unless more is said.</summary>
    public CostPlan Pool(string name, string more = "", string type = "GpuNodePool") => Component(type, name, Merge(
        $$"""
        {"poolName": "{{name}}", "instanceTypes": ["g4dn.xlarge"], "capacityType": "ON_DEMAND", "minSize": 0, "maxSize": 2, "nodeAutoscaler": true, "podsPerNode": 29,
         "rootVolumeGiB": 100, "perZone": false, "zones": [{"name": "us-west-2a"}, {"name": "us-west-2b"}], "labels": {}, "taints": [], "localNvme": false, "efa": false}
        """, more));

    /// <summary>A model with a Deployment on the pool <c>t4</c>.</summary>
    public CostPlan Model(string name, int gpus, int replicas = 1, int cpu = 1, string ns = "inference", string inputs = "") => Component("InferenceService", name, Merge($$"""{"model": "{{name}}", "namespace": "{{ns}}"}""", inputs))
        .Child("InferenceService", name, "kubernetes:apps/v1:Deployment", name,
            $$"""
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "{{name}}", "namespace": "{{ns}}"}, "spec": {
              "replicas": {{replicas}}, "selector": {"matchLabels": {"app": "{{name}}"} }, "template": {"metadata": {"labels": {"app": "{{name}}"} }, "spec": {
                "nodeSelector": {"gpu-inference/pool": "t4"}, "tolerations": [{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}],
                "containers": [{"name": "server", "resources": {"requests": {"cpu": "{{cpu}}", "memory": "1Gi", "nvidia.com/gpu": "{{gpus}}"}, "limits": {"nvidia.com/gpu": "{{gpus}}"} } }]} } } }
            """);

    public Plan Create() => PlanJson.Read(new StringReader(new JObject { ["schemaVersion"] = 1, ["project"] = "gpu-inference", ["stack"] = "dev", ["resources"] = _resources }.ToString()));

    public CostReport Report(CostOptions? options = null) => PlanCosts.Of(Create(), options);

    private static string Merge(string inputs, string more)
    {
        var document = JObject.Parse(inputs);
        document.Merge(JObject.Parse($"{{{more}}}"), new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        return document.ToString();
    }

    private CostPlan Add(string urn, string? parent, string? provider, string inputs)
    {
        var parsed = PlanUrn.Parse(urn);
        var resource = new JObject
        {
            ["urn"] = urn,
            ["type"] = parsed.Type,
            ["name"] = parsed.Name,
            ["inputs"] = JObject.Parse(inputs),
            ["dependencies"] = new JArray(),
            ["options"] = new JObject(),
        };
        if (parent is not null)
        {
            resource["parent"] = parent;
        }

        if (provider is not null)
        {
            resource["provider"] = provider;
        }

        _resources.Add(resource);
        return this;
    }
}
