using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary>Values of the chart of External Secrets (2.9.0) that we set; all others keep the chart's defaults.</summary>
internal static class ExternalSecretsValues
{
    // The chart asks for nothing and shows 10m and 32Mi. The operator and what renews the webhook's certificate keep the definitions and the secrets that they look after in memory.
    private static readonly CpuQuantity _cpu = new(20);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(128);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(ExternalSecretsOperatorArgs args) => new()
    {
        ["serviceAccount"] = new Dictionary<string, object> { ["name"] = ExternalSecretsOperator.ServiceAccount },
        // Nothing here needs these, and each would be a right in every namespace.
        ["processClusterExternalSecret"] = false,
        ["processClusterPushSecret"] = false,
        ["processClusterGenerator"] = false,
        ["processPushSecret"] = false,
        ["rbac"] = new Dictionary<string, object>
        {
            // Tokens of other service accounts: the store is asked with the operator's own identity.
            ["serviceAccountTokenCreate"] = false,
            ["servicebindings"] = new Dictionary<string, object> { ["create"] = false },
            // Who may edit in a namespace could otherwise have every entry that the operator may read.
            ["aggregateToEdit"] = false,
            ["aggregateToAdmin"] = false,
        },
        ["resources"] = HelmScheduling.Resources(_cpu, _memory),
        ["webhook"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_cpu, _memory) },
        ["certController"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_cpu, _memory) },
        ["serviceMonitor"] = HelmMonitors.Of(args.Scraping),
    };

    /// <summary>The pods that the chart makes.</summary>
    public static IEnumerable<PodFootprint> Footprints() => new[]
    {
        ("external-secrets", "templates/deployment.yaml"),
        ("external-secrets-webhook", "templates/webhook-deployment.yaml"),
        ("external-secrets-cert-controller", "templates/cert-controller-deployment.yaml"),
    }.Select(workload => new PodFootprint
    {
        Workload = workload.Item1,
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.ExternalSecrets.Name} {Pins.ExternalSecrets.Version}, {workload.Item2}; requests in our values",
    });
}
