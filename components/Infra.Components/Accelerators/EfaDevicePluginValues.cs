using System.Collections.Immutable;
using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Accelerators;

/// <summary>Values of the aws-efa-k8s-device-plugin chart (v0.5.30) that we set; all others keep the chart's defaults.</summary>
internal sealed record EfaDevicePluginValues
{
    private static readonly CpuQuantity _cpu = new(10);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(20);

    // Written into the daemon set by the chart's template, before what the values add.
    private static readonly Toleration _criticalAddons = new("CriticalAddonsOnly", null);

    /// <summary>Names of the pools, in ordinal order.</summary>
    public required ImmutableArray<string> PoolNames { get; init; }

    /// <summary>Where the plugin runs.</summary>
    public required PoolPlacement Placement { get; init; }

    /// <summary>Repository of the image; null for the chart's.</summary>
    public string? ImageRepository { get; init; }

    /// <summary>The values for a component's arguments.</summary>
    public static EfaDevicePluginValues For(EfaDevicePluginArgs args) => new()
    {
        PoolNames = [.. args.Pools.Select(pool => pool.Name).Order(StringComparer.Ordinal)],
        Placement = PoolPlacement.On(args.Pools),
        ImageRepository = args.ImageRepository,
    };

    /// <summary>The values document.</summary>
    public Dictionary<string, object> ToValues()
    {
        var values = new Dictionary<string, object>
        {
            // The template takes one label key and its values for the affinity: the pools' own instead of a list of types.
            ["supportedInstanceLabels"] = new Dictionary<string, object>
            {
                ["keys"] = new object[] { NodeLabels.Pool },
                ["values"] = PoolNames.ToArray<object>(),
            },
            ["tolerations"] = HelmScheduling.Tolerations(Placement.Tolerations),
            ["resources"] = HelmScheduling.Resources(_cpu, _memory),
        };
        if (ImageRepository is not null)
        {
            values["image"] = new Dictionary<string, object> { ["repository"] = ImageRepository };
        }

        return values;
    }

    /// <summary>The pods that the chart makes.</summary>
    public PodFootprint Footprint() => new()
    {
        Workload = Pins.EfaDevicePlugin.Name,
        Kind = WorkloadKind.DaemonSet,
        Cpu = _cpu,
        Memory = _memory,
        Selectors = Placement.Selectors,
        Tolerations = [_criticalAddons, .. Placement.Tolerations],
        HostAccess = HostAccess.Paths | HostAccess.Network | HostAccess.Privileges,
        Source = $"{Pins.EfaDevicePlugin.Name} {Pins.EfaDevicePlugin.Version}, templates/daemonset.yaml; requests in our values",
    };
}
