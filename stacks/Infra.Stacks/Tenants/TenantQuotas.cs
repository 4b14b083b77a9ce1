using System.Collections.Immutable;
using Infra.Core.Nodes;
using Infra.Core.Tenants;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Tenants;

/// <summary>The quota of a tenant in the form of Kubernetes.</summary>
internal static class TenantQuotas
{
    /// <summary>What the quota limits of what pods and claims ask for.</summary>
    /// <param name="quota">The quota.</param>
    /// <param name="contracts">Contracts of all pools.</param>
    public static ImmutableSortedDictionary<string, long> Limits(TenantQuotaConfig quota, IEnumerable<PoolContract> contracts) => new Dictionary<string, long>
    {
        [QuotaNames.Cpu] = quota.Cpu.Millicores,
        [QuotaNames.Memory] = quota.Memory.Bytes,
        [QuotaNames.Storage] = quota.Storage.Bytes,
        [QuotaNames.Claims] = quota.Claims,
        [QuotaNames.Pods] = quota.Pods,
    }.Concat(Counted(contracts).Union(quota.Devices.Keys).Select(device => KeyValuePair.Create(QuotaNames.Device(device), (long)quota.Devices.GetValueOrDefault(device))))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Devices that every quota counts: those of which nobody says a number there are none.</summary>
    /// <param name="contracts">Contracts of all pools.</param>
    public static IEnumerable<string> Counted(IEnumerable<PoolContract> contracts) => QuotaNames.AlwaysCounted
        .Union(contracts.SelectMany(pool => pool.Devices).Select(device => device.Resource).Where(resource => resource != ExtendedResources.Efa))
        .Order(StringComparer.Ordinal);

    /// <summary>The whole quota.</summary>
    /// <param name="quota">The quota.</param>
    /// <param name="contracts">Contracts of all pools.</param>
    public static Dictionary<string, string> Hard(TenantQuotaConfig quota, IEnumerable<PoolContract> contracts) =>
        Limits(quota, contracts).Concat(new Dictionary<string, long>
        {
            [QuotaNames.LoadBalancers] = quota.LoadBalancers,
            // Nobody gets in by the nodes' own addresses. Load balancers of AWS that call pods need no such port; others take one for each port of their Service.
            [QuotaNames.NodePorts] = 0,
            ["services"] = quota.Services,
            ["count/configmaps"] = quota.ConfigMaps,
            ["count/jobs.batch"] = quota.Jobs,
            ["count/secrets"] = quota.Secrets,
        }).ToDictionary(limit => limit.Key, limit => QuotaAmounts.Quantity(limit.Key, limit.Value));

    /// <summary>The key of the configuration that limits something.</summary>
    /// <param name="name">One of <see cref="QuotaNames"/>.</param>
    public static string KeyOf(string name) => name switch
    {
        QuotaNames.Cpu => "cpu",
        QuotaNames.Memory => "memory",
        QuotaNames.Storage => "storage",
        QuotaNames.Claims => "claims",
        QuotaNames.Pods => "pods",
        _ => "devices",
    };

    /// <summary>An amount in words, such as <c>3 nvidia.com/gpu</c> or <c>12Gi of memory</c>.</summary>
    /// <param name="name">One of <see cref="QuotaNames"/>.</param>
    /// <param name="amount">How much.</param>
    public static string Words(string name, long amount) => name switch
    {
        QuotaNames.Cpu => $"{QuotaAmounts.Quantity(name, amount)} of cpu",
        QuotaNames.Memory or QuotaNames.Storage => $"{QuotaAmounts.Quantity(name, amount)} of {KeyOf(name)}",
        QuotaNames.Claims or QuotaNames.Pods => Core.Counted.Of((int)amount, KeyOf(name)[..^1]),
        _ => $"{amount} {name["requests.".Length..]}",
    };
}
