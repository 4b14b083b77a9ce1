using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Certificates;

/// <summary>Values of the cert-manager chart (v1.21.1) that we set; all others keep the chart's defaults.</summary>
internal static class CertManagerValues
{
    // The chart asks for nothing. It handles a few certificates of webhooks here; the CA injector keeps all secrets and definitions of the cluster
    // in its memory (cert-manager.io, "Best Practice", which shows such use of controller and injector), so only it may take much more.
    private static readonly CpuQuantity _cpu = new(20);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(128);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(CertManagerArgs args) => new()
    {
        // Definitions that Helm would take away with the release take every certificate along.
        ["crds"] = new Dictionary<string, object> { ["enabled"] = true, ["keep"] = true },
        ["global"] = new Dictionary<string, object>
        {
            // kube-system is not ours to write to.
            ["leaderElection"] = new Dictionary<string, object> { ["namespace"] = CertManager.Namespace },
        },
        ["resources"] = HelmScheduling.Resources(_cpu, _memory),
        ["webhook"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_cpu, _memory) },
        ["cainjector"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_cpu, _memory) },
        ["prometheus"] = new Dictionary<string, object>
        {
            ["servicemonitor"] = args.Scraping is not { } scraping
                ? new Dictionary<string, object> { ["enabled"] = false }
                : new Dictionary<string, object>
                {
                    ["enabled"] = true,
                    ["interval"] = scraping.Interval,
                    ["labels"] = scraping.SelectorLabels.ToDictionary(label => label.Key, object (label) => label.Value),
                },
        },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static IEnumerable<PodFootprint> Footprints() => new[]
    {
        ("cert-manager", "templates/deployment.yaml"),
        ("cert-manager-webhook", "templates/webhook-deployment.yaml"),
        ("cert-manager-cainjector", "templates/cainjector-deployment.yaml"),
    }.Select(workload => new PodFootprint
    {
        Workload = workload.Item1,
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.CertManager.Name} {Pins.CertManager.Version}, {workload.Item2}; requests in our values",
    });
}
