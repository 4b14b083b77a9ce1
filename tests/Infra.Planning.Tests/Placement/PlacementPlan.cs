using Infra.Core;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Tests.Placement;

/// <summary>Small plans of pools and workloads.</summary>
internal sealed class PlacementPlan
{
    private readonly JArray _resources = [];

    private PlacementPlan(bool hasCluster)
    {
        Add("pulumi:pulumi:Stack", "test", "{}");
        if (hasCluster)
        {
            Add(ComponentTypes.EksCluster, "cluster", """{"region": "us-west-2", "autoMode": false}""");
        }
    }

    /// <summary>A plan with an EKS cluster.</summary>
    public static PlacementPlan Eks => new(hasCluster: true);

    /// <summary>A plan for a cluster that exists already.</summary>
    public static PlacementPlan Existing => new(hasCluster: false);

    public PlacementPlan Add(string type, string name, string inputs)
    {
        var resource = new JObject { ["urn"] = $"urn:pulumi:test::gpu-inference::{type}::{name}", ["type"] = type, ["name"] = name, ["inputs"] = JObject.Parse(inputs), ["dependencies"] = new JArray(), ["options"] = new JObject() };
        if (_resources.Count > 0)
        {
            resource["parent"] = (string)_resources[0]["urn"]!;
        }

        if (type.StartsWith("kubernetes:", StringComparison.Ordinal))
        {
            resource["provider"] = "urn:pulumi:test::gpu-inference::pulumi:providers:kubernetes::kubernetes";
        }

        _resources.Add(resource);
        return this;
    }

    /// <summary>A pool of node groups.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="types">Instance types, separated by commas.</param>
    /// <param name="least">Nodes that are always there.</param>
    /// <param name="most">Most nodes.</param>
    /// <param name="zones">Zones, separated by commas.</param>
    /// <param name="more">Further inputs.</param>
    public PlacementPlan Pool(string name, string types, int least, int most, string zones = "us-west-2a", string more = "{}")
    {
        var inputs = new JObject
        {
            ["poolName"] = name,
            ["nodeGroupName"] = $"test-{name}",
            ["instanceTypes"] = new JArray(types.Split(',')),
            ["amiType"] = "AL2023_x86_64_NVIDIA",
            ["capacityType"] = "ON_DEMAND",
            ["minSize"] = least,
            ["maxSize"] = most,
            ["nodeAutoscaler"] = true,
            ["rootVolumeGiB"] = 100,
            ["zones"] = new JArray(zones.Split(',').Select(zone => new JObject { ["name"] = zone })),
        };
        inputs.Merge(JObject.Parse(more));
        return Add(ComponentTypes.GpuNodePool, name, inputs.ToString());
    }

    /// <summary>The nodes of the controllers: two, and none comes to them.</summary>
    public PlacementPlan System(int nodes = 2, string more = "{}")
    {
        var inputs = new JObject
        {
            ["poolName"] = "system",
            ["instanceTypes"] = new JArray("m6i.large"),
            ["minSize"] = nodes,
            ["maxSize"] = nodes + 2,
            ["nodeAutoscaler"] = false,
            ["rootVolumeGiB"] = 50,
            ["subnetIds"] = new JArray("subnet-a", "subnet-b"),
        };
        inputs.Merge(JObject.Parse(more));
        return Add(ComponentTypes.SystemNodePool, "system", inputs.ToString());
    }

    /// <summary>A Deployment.</summary>
    /// <param name="name">Its name, also that of its label <c>app</c>.</param>
    /// <param name="replicas">Its pods.</param>
    /// <param name="requests">What its container requests, as JSON.</param>
    /// <param name="spec">Further fields of its pods.</param>
    /// <param name="strategy">How its pods are replaced; without a surge by default.</param>
    public PlacementPlan Deployment(string name, int replicas, string requests, string spec = "{}", string strategy = """{"type": "Recreate"}""")
    {
        var pod = new JObject { ["containers"] = new JArray(new JObject { ["name"] = "c", ["resources"] = new JObject { ["requests"] = JObject.Parse(requests) } }) };
        pod.Merge(JObject.Parse(spec));
        return Add("kubernetes:apps/v1:Deployment", name, new JObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "Deployment",
            ["metadata"] = new JObject { ["name"] = name, ["namespace"] = "inference" },
            ["spec"] = new JObject
            {
                ["replicas"] = replicas,
                ["strategy"] = JObject.Parse(strategy),
                ["template"] = new JObject { ["metadata"] = new JObject { ["labels"] = new JObject { ["app"] = name } }, ["spec"] = pod },
            },
        }.ToString());
    }

    public Plan Build()
    {
        var document = new JObject { ["schemaVersion"] = 1, ["project"] = "gpu-inference", ["stack"] = "test", ["resources"] = _resources };
        return PlanJson.Read(new StringReader(document.ToString()));
    }
}
