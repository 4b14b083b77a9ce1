using Infra.Core.Configuration;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Where a cache of names on every node works.</summary>
internal static class DnsRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Dns is not { NodeLocalCache: true } dns)
        {
            return;
        }

        var path = PlatformRules.Key("dns");
        if (settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode)
        {
            // EKS user guide, "EKS Auto Mode": CoreDNS runs on the node as a service of the system.
            problems.Add(ConfigPath.Key(path, "nodeLocalCache"), "nodes of EKS Auto Mode answer for names themselves, and let nobody change how; remove it");
        }
        else if (settings.Cluster.Kubeconfig is not null && dns.ServiceAddress is null && !problems.Cover(path))
        {
            problems.Add(
                ConfigPath.Key(path, "serviceAddress"),
                "missing; only EKS says it by itself, so write down what 'kubectl --namespace kube-system get service kube-dns --output jsonpath={.spec.clusterIP}' answers");
        }
    }
}
