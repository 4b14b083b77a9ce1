using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Traffic.Dns;

/// <summary>Values of the external-dns chart (1.21.1, charts/external-dns/values.yaml) that we set; all others keep the chart's defaults.</summary>
internal static class ExternalDnsValues
{
    /// <summary>Service account of the pods, to which the Pod Identity role is bound.</summary>
    public const string ServiceAccount = "external-dns";

    // Without the type and the full stop, the record that says whose example.com is would be a-example.com, which no zone of ours has
    // (ExternalDNS' documentation, "The TXT registry", v0.23.0, 2026-11-22).
    private const string OwnerPrefix = "owner-%{record_type}.";

    // The chart asks for nothing. One zone, and what asks for records, is little: our estimate.
    private static readonly CpuQuantity _cpu = new(20);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(128);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(ExternalDnsArgs args) => new()
    {
        ["provider"] = new Dictionary<string, object> { ["name"] = "aws" },
        ["sources"] = args.Sources.ToArray<object>(),
        ["domainFilters"] = new object[] { args.Domain },
        // Records go with what asked for them; those of others bear another owner, or none.
        ["policy"] = "sync",
        ["registry"] = "txt",
        ["txtPrefix"] = OwnerPrefix,
        ["txtOwnerId"] = args.ClusterName,
        ["triggerLoopOnEvent"] = true,
        ["extraArgs"] = new Dictionary<string, object> { ["zone-id-filter"] = args.HostedZoneId },
        ["env"] = new object[] { new Dictionary<string, object> { ["name"] = "AWS_REGION", ["value"] = args.Region } },
        ["serviceAccount"] = new Dictionary<string, object> { ["create"] = true, ["name"] = ServiceAccount },
        ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory),
        ["serviceMonitor"] = HelmMonitors.Of(args.Scraping),
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = Pins.ExternalDns.Name,
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.ExternalDns.Name} {Pins.ExternalDns.Version}, templates/deployment.yaml; requests in our values",
    };
}
