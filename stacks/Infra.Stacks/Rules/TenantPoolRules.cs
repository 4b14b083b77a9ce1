using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Tenants;
using Infra.Stacks.Tenants;

namespace Infra.Stacks.Rules;

/// <summary>What quotas promise is there: pools have as many devices as all tenants, and what belongs to none, may hold at the same time.</summary>
internal static class TenantPoolRules
{
    public static void Check(PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, IReadOnlyDictionary<string, PoolContract> contracts, ConfigProblems problems)
    {
        var others = TenantDemand.Together(TenantDemands.Lasting(settings, null, contracts));
        foreach (var device in settings.Tenants.SelectMany(tenant => tenant.Quota?.Devices.Keys ?? []).Distinct().Order(StringComparer.Ordinal))
        {
            if (Most(device, pools, contracts) is { } most)
            {
                CheckDevice(device, most, others[QuotaNames.Device(device)], settings, problems);
            }
        }
    }

    /// <summary>Devices that all pools can have together; null where nobody told us how many nodes one of those that have it may have.</summary>
    public static int? Most(string device, IReadOnlyDictionary<string, CheckedPool> pools, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var having = contracts.Values.SelectMany(contract => contract.Devices.Where(one => one.Resource == device).Select(one => (contract.Name, one.Count))).ToList();
        return having.All(pool => pools[pool.Name].Nodes is not null) ? having.Sum(pool => pools[pool.Name].Nodes!.Value * pool.Count) : null;
    }

    private static void CheckDevice(string device, int most, long others, PlatformSettings settings, ConfigProblems problems)
    {
        var quotas = settings.Tenants
            .Select((tenant, i) => (tenant.Name, Path: ConfigPath.Key(ConfigPath.Keys(PlatformRules.At("tenants", i), "quota.devices"), device), Devices: tenant.Quota?.Devices.GetValueOrDefault(device) ?? 0))
            .Where(quota => quota.Devices > 0)
            .ToList();
        var tooLarge = quotas.Where(quota => quota.Devices > most).ToList();
        foreach (var quota in tooLarge)
        {
            problems.Add(quota.Path, $"{quota.Devices} is more than the pools can have, which is {most}; lower it, or raise the pools' capacity");
        }

        var sum = quotas.Sum(quota => quota.Devices);
        if (tooLarge.Count == 0 && quotas.Count > 0 && sum + others > most)
        {
            var shares = string.Join(", ", quotas.Select(quota => $"{quota.Name} {quota.Devices}"));
            problems.Add(
                PlatformRules.Key("tenants"),
                $"quotas of {sum} {device} ({shares}){(others > 0 ? $", and {others} that may be held without a tenant," : "")} are more than the pools can have, which is {most}; lower them, or raise the pools' capacity");
        }
    }
}
