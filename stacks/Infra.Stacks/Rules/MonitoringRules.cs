using System.Text.RegularExpressions;
using Infra.Core.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of the monitoring that the stack brings.</summary>
internal static partial class MonitoringRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Monitoring.Stack is not { } stack)
        {
            return;
        }

        var path = PlatformRules.Key("monitoring.stack");
        foreach (var name in stack.ExternalLabels.Keys.Where(name => !LabelName().IsMatch(name) || name is "cluster" or "environment"))
        {
            problems.Add(
                ConfigPath.Key(ConfigPath.Key(path, "externalLabels"), name), "is no free name of a label: letters, digits and '_', no digit first, no two '_' first, and neither cluster nor environment, which are set");
        }

        if (stack.RemoteWrite is not { } target || problems.Cover(PlatformRules.Key("cluster")))
        {
            return;
        }

        var at = ConfigPath.Key(path, "remoteWrite");
        if (settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(at, "Prometheus writes to it through EKS Pod Identity, which needs cluster.eks or cluster.existing; remove it on this cluster");
        }
        else if (target.AmazonWorkspace?.Split(':') is [_, _, _, _, var account, ..] && settings.Aws is { } aws && account != aws.AccountId)
        {
            problems.Add(
                ConfigPath.Key(at, "amazonWorkspace"), $"is in account {account}, and the environment in {aws.AccountId}; Prometheus has a role in its own account only, so name a workspace there");
        }
    }

    // prometheus.io, "Data model"; names with two '_' first are Prometheus' own.
    [GeneratedRegex("^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$")]
    private static partial Regex LabelName();
}
