using System.Collections.Immutable;
using Infra.Components.Monitoring.Stack;
using Infra.Core.Monitoring.Alerting;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Alertmanager, where somebody is told of alerts.</summary>
internal static class PlatformAlerting
{
    private const int HttpsPort = 443;

    /// <summary>What the monitoring stack's Alertmanager is; null where nobody is told.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">The configuration, checked.</param>
    public static AlertmanagerArgs? Arguments(string environment, PlatformSettings settings)
    {
        if (settings.Monitoring.Alerting.Receivers.IsEmpty)
        {
            return null;
        }

        var plan = Plan(environment, settings);
        return new AlertmanagerArgs
        {
            Configuration = plan.ToFile().ToJson(),
            Files = settings.Security.ExternalSecrets?.AlertSecrets is null ? Secrets(settings.Monitoring.Alerting) : [],
            ExistingSecrets = [.. plan.Receivers.Select(receiver => receiver.Secret?.Secret).OfType<string>().Where(secret => secret != MonitoringStack.AlertmanagerFiles).Distinct().Order(StringComparer.Ordinal)],
            SnsTopicArns = [.. plan.Receivers.OfType<SnsReceiver>().Select(receiver => receiver.TopicArn).Distinct()],
            ReceiverPorts = [.. plan.Receivers.OfType<WebhookReceiver>().Select(receiver => receiver.Url).OfType<string>().Select(url => new Uri(url).Port).Where(port => port != HttpsPort).Distinct().Order()],
            Replicas = Replicas(settings),
        };
    }

    /// <summary>Pods of Alertmanager: as many as of Prometheus, 0 where nobody is told.</summary>
    /// <param name="settings">The configuration.</param>
    public static int Replicas(PlatformSettings settings) =>
        settings.Monitoring.Alerting.Receivers.IsEmpty ? 0 : settings.Monitoring.Stack?.Replicas ?? 0;

    /// <summary>Who is told of what.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">The configuration.</param>
    internal static AlertPlan Plan(string environment, PlatformSettings settings) => new()
    {
        Environment = environment,
        Receivers = [.. settings.Monitoring.Alerting.Receivers.Select(receiver => receiver.ToReceiver(settings.Security.ExternalSecrets?.AlertSecrets is null ? MonitoringStack.AlertmanagerFiles : PlatformExternalSecrets.AlertSecrets))],
        Platform = settings.Monitoring.Alerting.Platform.ToAudience(),
        Tenants = settings.Tenants.ToImmutableSortedDictionary(tenant => tenant.Name, tenant => tenant.Alerts.ToAudience(), StringComparer.Ordinal),
        DeadMansSwitch = settings.Monitoring.Alerting.DeadMansSwitch,
    };

    // One secret for all, since secrets are keys of the top level, and those of receivers have no end.
    private static InputMap<string> Secrets(AlertingConfig alerting)
    {
        var files = new InputMap<string>();
        var receivers = alerting.Receivers.Where(receiver => receiver.NeedsEntry).Select(receiver => receiver.Name).ToList();
        if (receivers.Count > 0)
        {
            var entries = new Config(PlatformSettings.ConfigNamespace).RequireSecretObject<Dictionary<string, string>>(SecretKey.AlertSecrets.Name);
            foreach (var name in receivers)
            {
                files.Add(name, entries.Apply(found => Entry(found, name)));
            }
        }

        return files;
    }

    private static string Entry(Dictionary<string, string> entries, string name) => entries.TryGetValue(name, out var secret) && secret.Length > 0
        ? secret
        : throw new RunException(
            $"{PlatformSettings.ConfigNamespace}:{SecretKey.AlertSecrets.Name} has nothing for the receiver '{name}'; it is a JSON object with an entry for each, such as {{\"{name}\": \"…\"}}");
}
