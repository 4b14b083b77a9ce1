using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Tenants;
using Infra.Stacks.Configuration;
using Infra.Stacks.Tenants;

namespace Infra.Stacks.Rules;

/// <summary>
/// Quotas hold what their tenants ask for at the most, and pools hold the quotas. Rollouts and autoscalers count with what they may add; pools by what their nodes advertise, after
/// sharing. CPU and memory of pools aren't counted: there are other nodes than these.
/// </summary>
internal static class TenantQuotaRules
{
    private static readonly string[] _asked = ["tenants", "pools", "edgePools", "models", "jobs", "trainings", "rayClusters", "storage", "backends", "predictionStore"];

    public static void Check(PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        // Amounts of what isn't right by itself would only confuse.
        if (settings.Tenants.IsEmpty || _asked.Any(key => problems.Cover(PlatformRules.Key(key))))
        {
            return;
        }

        var contracts = PoolContracts.Of(settings);
        for (var i = 0; i < settings.Tenants.Length; i++)
        {
            var path = PlatformRules.At("tenants", i);
            if (settings.Tenants[i].Quota is { } quota)
            {
                CheckDevices(ConfigPath.Keys(path, "quota.devices"), quota, contracts, problems);
                CheckTenant(ConfigPath.Key(path, "quota"), settings.Tenants[i].Name, quota, settings, contracts, problems);
            }
        }

        TenantPoolRules.Check(settings, pools, contracts, problems);
        TenantQueueRules.Check(settings, pools, contracts, problems);
    }

    private static void CheckDevices(string path, TenantQuotaConfig quota, ImmutableSortedDictionary<string, PoolContract> contracts, ConfigProblems problems)
    {
        var known = new KnownNames("device", PlatformRules.Key("pools"), [.. TenantQuotas.Counted(contracts.Values), ExtendedResources.Efa], problems);
        foreach (var device in quota.Devices.Keys)
        {
            known.Check(ConfigPath.Key(path, device), device, problems);
        }
    }

    private static void CheckTenant(
        string path, string tenant, TenantQuotaConfig quota, PlatformSettings settings, ImmutableSortedDictionary<string, PoolContract> contracts, ConfigProblems problems)
    {
        var lasting = TenantDemands.Lasting(settings, tenant, contracts);
        var together = TenantDemand.Together(lasting);
        foreach (var (name, limit) in TenantQuotas.Limits(quota, contracts.Values))
        {
            var tooLarge = lasting.Where(demand => demand.Most[name] > limit).ToImmutableArray();
            foreach (var demand in tooLarge)
            {
                problems.Add(
                    demand.Path,
                    $"the {demand.Kind} {demand.Name} may ask for {TenantQuotas.Words(name, demand.Most[name])} at its most{Surplus(demand, name)}, but the quota of the tenant '{tenant}' is {TenantQuotas.Words(name, limit)}; "
                    + $"raise {ConfigPath.Key(path, TenantQuotas.KeyOf(name))}, or ask for less");
            }

            if (tooLarge.IsEmpty && together[name] > limit)
            {
                problems.Add(
                    ConfigPath.Key(path, TenantQuotas.KeyOf(name)),
                    $"{PoolHolder.Words(lasting.Where(demand => demand.Most[name] > 0).Select(demand => (demand.Kind, demand.Name)))} may ask for {TenantQuotas.Words(name, together[name])} together at their most, "
                    + $"but the quota is {TenantQuotas.Words(name, limit)}; raise it, or ask for less");
            }

            foreach (var work in TenantDemands.Work(settings, tenant, contracts).Where(work => work.Most[name] > Math.Max(0, limit - together[name]) && together[name] <= limit))
            {
                problems.Add(
                    work.Path,
                    $"the {work.Kind} {work.Name} asks for {TenantQuotas.Words(name, work.Most[name])} to begin, but the quota of the tenant '{tenant}' leaves {TenantQuotas.Words(name, limit - together[name])} beside what its models may hold, "
                    + $"and it could wait for ever; raise {ConfigPath.Key(path, TenantQuotas.KeyOf(name))}, or ask for less");
            }
        }
    }

    private static string Surplus(TenantDemand demand, string name) =>
        demand.Surplus[name] > 0 ? $" ({TenantQuotas.Words(name, demand.Surplus[name])} of it while it is updated)" : "";
}
