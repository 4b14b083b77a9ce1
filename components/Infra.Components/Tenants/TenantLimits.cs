using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Tenants;

/// <summary>How much a tenant may have.</summary>
internal static class TenantLimits
{
    /// <summary>Declares quota and limits.</summary>
    public static void Create(ComponentResource parent, string name, TenantNamespaceArgs args, Func<string, Meta.ObjectMetaArgs> metadata)
    {
        if (args.Quota is { } quota)
        {
            _ = new K8s.Core.V1.ResourceQuota($"{name}-quota", new CoreV1.ResourceQuotaArgs
            {
                Metadata = metadata("tenant"),
                Spec = new CoreV1.ResourceQuotaSpecArgs { Hard = quota },
            }, Shared.Children.Of(parent));
        }

        // No default limits: a container that says its request, and no limit, would be refused where the request is more than such a limit.
        _ = new K8s.Core.V1.LimitRange($"{name}-limits", new CoreV1.LimitRangeArgs
        {
            Metadata = metadata("tenant"),
            Spec = new CoreV1.LimitRangeSpecArgs
            {
                Limits = { new CoreV1.LimitRangeItemArgs { Type = "Container", DefaultRequest = { ["cpu"] = args.Defaults.Cpu, ["memory"] = args.Defaults.Memory } } },
            },
        }, Shared.Children.Of(parent));
    }
}
