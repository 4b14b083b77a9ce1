using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Monitoring.Alerting;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of who is told of alerts.</summary>
internal static class AlertingRules
{
    private static readonly string _path = PlatformRules.Key("monitoring.alerting");

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var alerting = settings.Monitoring.Alerting;
        var receivers = new KnownNames("receiver", $"{_path}.receivers", alerting.Receivers.Select(receiver => receiver.Name), problems);
        PlatformRules.CheckUnique("monitoring.alerting.receivers", alerting.Receivers, receiver => receiver.Name, problems);
        if (!alerting.Receivers.IsEmpty && settings.Monitoring.Stack is null)
        {
            problems.Add(ConfigPath.Key(_path, "receivers"), "an Alertmanager is installed with monitoring.stack only; set that, or tell the Alertmanager that the cluster has already, and remove this");
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        CheckAudience(ConfigPath.Key(_path, "platform"), alerting.Platform);
        for (var i = 0; i < settings.Tenants.Length; i++)
        {
            CheckAudience(ConfigPath.Key(PlatformRules.At("tenants", i), "alerts"), settings.Tenants[i].Alerts);
        }

        CheckDeadMansSwitch(alerting, receivers, named, problems);
        for (var i = 0; i < alerting.Receivers.Length; i++)
        {
            CheckReceiver(ConfigPath.Index($"{_path}.receivers", i), alerting.Receivers[i], settings, named, problems);
        }

        void CheckAudience(string path, AlertAudienceConfig audience)
        {
            CheckNames(ConfigPath.Key(path, "p0"), audience.P0);
            CheckNames(ConfigPath.Key(path, "p1"), audience.P1);
            CheckNames(ConfigPath.Key(path, "p2"), audience.P2);
        }

        void CheckNames(string path, ImmutableArray<string> names)
        {
            for (var i = 0; i < names.Length; i++)
            {
                receivers.Check(ConfigPath.Index(path, i), names[i], problems);
                named.Add(names[i]);
                if (names.IndexOf(names[i]) < i)
                {
                    problems.Add(ConfigPath.Index(path, i), $"{Shown.Quoted(names[i])} stands there already, and would be told twice; remove it");
                }
            }
        }
    }

    private static void CheckDeadMansSwitch(AlertingConfig alerting, KnownNames receivers, HashSet<string> named, ConfigProblems problems)
    {
        if (alerting.DeadMansSwitch is not { } name)
        {
            return;
        }

        var path = ConfigPath.Key(_path, "deadMansSwitch");
        receivers.Check(path, name, problems);
        if (alerting.Receivers.FirstOrDefault(receiver => receiver.Name == name) is { Sns: null, Webhook: null })
        {
            problems.Add(path, $"{Shown.Quoted(name)} tells people, every five minutes, that all is well; name a receiver with webhook or sns, where silence raises the alarm");
        }

        if (!named.Add(name))
        {
            problems.Add(path, $"{Shown.Quoted(name)} is told of other alerts too, which would look like signs of life; give the dead man's switch a receiver of its own");
        }
    }

    private static void CheckReceiver(string path, AlertReceiverConfig receiver, PlatformSettings settings, HashSet<string> named, ConfigProblems problems)
    {
        if (receiver.Name.Length > 0 && !named.Contains(receiver.Name))
        {
            problems.Add(path, $"nobody tells {Shown.Quoted(receiver.Name)} anything; name it in platform, in a tenant's alerts or as deadMansSwitch, or remove it");
        }

        if (receiver.Sns is not null && settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(ConfigPath.Key(path, "sns"), "pods get their identity in AWS on EKS only; use another kind of receiver");
        }

        if (receiver.NeedsEntry)
        {
            PlatformRules.CheckSecret(path, SecretKey.AlertSecrets, "or name the Secret that has it in secret", settings.Secrets, problems);
        }
    }
}
