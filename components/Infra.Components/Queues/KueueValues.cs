using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Queues;

/// <summary>Values of the kueue chart (0.19.2) that we set; all others keep the chart's defaults.</summary>
internal static class KueueValues
{
    // The chart asks for half a core, which it needs for thousands of jobs.
    private static readonly CpuQuantity _cpu = new(200);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(512);

    /// <summary>
    /// What queues don't share out: quotas of namespaces count CPU and memory already, disks have no quota, and interfaces of EFA come with GPUs. A job that asks for a resource
    /// that is neither covered by its queue nor named here is never admitted.
    /// </summary>
    private static readonly string[] _unshared = ["cpu", "memory", "ephemeral-storage", "vpc.amazonaws.com/efa"];

    /// <summary>The values document.</summary>
    /// <param name="args">The component.</param>
    public static Dictionary<string, object> For(KueueOperatorArgs args) => new()
    {
        ["controllerManager"] = new Dictionary<string, object>
        {
            ["manager"] = new Dictionary<string, object>
            {
                // The chart's default is an image of the staging registry that floats.
                ["image"] = new Dictionary<string, object> { ["repository"] = Pins.KueueManager.Repository, ["tag"] = Pins.KueueManager.Version, ["pullPolicy"] = "IfNotPresent" },
                ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory),
            },
        },
        ["managerConfig"] = new Dictionary<string, object> { ["controllerManagerConfigYaml"] = Configuration(args) },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = "kueue-controller-manager",
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.Kueue.Name} {Pins.Kueue.Version}, templates/manager/manager.yaml; requests in our values",
    };

    // What isn't said here stands in the chart's own configuration (charts/kueue/values.yaml), which this one replaces as a whole. JSON is YAML.
    private static string Configuration(KueueOperatorArgs args) => new JObject
    {
        ["apiVersion"] = "config.kueue.x-k8s.io/v1beta2",
        ["kind"] = "Configuration",
        ["health"] = new JObject { ["healthProbeBindAddress"] = ":8081" },
        ["metrics"] = new JObject { ["bindAddress"] = ":8443" },
        ["webhook"] = new JObject { ["port"] = 9443 },
        ["leaderElection"] = new JObject { ["leaderElect"] = true, ["resourceName"] = "c1f6bfd2.kueue.x-k8s.io" },
        ["integrations"] = new JObject { ["frameworks"] = args.Ray ? new JArray("batch/job", "ray.io/rayjob") : new JArray("batch/job") },
        ["resources"] = new JObject { ["excludeResourcePrefixes"] = new JArray(_unshared) },
    }.ToString(Formatting.Indented);
}
