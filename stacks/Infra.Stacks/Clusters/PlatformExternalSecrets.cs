using Infra.Components.Monitoring.Stack;
using Infra.Components.Monitoring.Traces;
using Infra.Components.Security.ExternalSecrets;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Secrets that AWS keeps, where the environment has some.</summary>
internal sealed class PlatformExternalSecrets
{
    /// <summary>Name of the Secret of receivers of alerts. It isn't that of the monitoring stack, which has to be there before any operator.</summary>
    public const string AlertSecrets = "alert-secrets";

    private readonly Providers _providers;

    private PlatformExternalSecrets(ExternalSecretsOperator declared, Providers providers) => (Operator, _providers) = (declared, providers);

    /// <summary>Who makes the Secrets.</summary>
    public ExternalSecretsOperator Operator { get; }

    /// <summary>Declares External Secrets, and the Secret that no component waits for.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="providers">All providers.</param>
    /// <param name="monitoring">The monitoring stack; null where there is none.</param>
    public static PlatformExternalSecrets? Create(PlatformSettings settings, PlatformCluster cluster, Providers providers, MonitoringStack? monitoring)
    {
        if (settings.Security.ExternalSecrets is not { } config)
        {
            return null;
        }

        var created = new PlatformExternalSecrets(
            new ExternalSecretsOperator(
                "external-secrets",
                new ExternalSecretsOperatorArgs
                {
                    ClusterName = cluster.EksName!,
                    Region = settings.Aws!.Region,
                    AccountId = settings.Aws.AccountId,
                    Service = config.ServiceName,
                    Entries = [.. config.Entries],
                    KeyArns = [.. config.KeyArns],
                    Namespaces = [.. Namespaces(settings, config)],
                    Scraping = settings.Monitoring.Scraping(),
                },
                providers.Component([.. cluster.Ready])),
            providers);
        if (config.AlertSecrets is { } alerts && monitoring is not null && settings.Monitoring.Alerting.Receivers.Any(receiver => receiver.NeedsEntry))
        {
            // Alertmanager's pods wait for it, and nothing waits for them.
            created.Create(AlertSecrets, ExternalSecretArgs.Of(AlertSecrets, monitoring.NamespaceName, alerts.ToArgs(), key: null));
        }

        return created;
    }

    /// <summary>Declares a Secret of the store.</summary>
    /// <param name="resourceName">Logical name of the resource.</param>
    /// <param name="args">What it is.</param>
    public ExternalSecret Create(string resourceName, ExternalSecretArgs args) =>
        new(resourceName, args, new CustomResourceOptions { Provider = _providers.Kubernetes, DependsOn = Operator });

    private static IEnumerable<string> Namespaces(PlatformSettings settings, ExternalSecretsConfig config) =>
    [
        .. settings.Namespaces,
        .. config.AlertSecrets is null ? Array.Empty<string>() : [MonitoringStack.Namespace],
        .. config.TracesHeader is null ? Array.Empty<string>() : [TraceCollector.Namespace],
    ];
}
