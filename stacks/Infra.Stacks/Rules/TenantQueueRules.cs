using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Tenants;
using Infra.Stacks.Configuration;
using Infra.Stacks.Tenants;

namespace Infra.Stacks.Rules;

/// <summary>Queues share out what is there: pools with devices, no more than the quota leaves beside the models, and no more than a pool can have.</summary>
internal static class TenantQueueRules
{
    public static void Check(PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, IReadOnlyDictionary<string, PoolContract> contracts, ConfigProblems problems)
    {
        var names = new KnownNames("pool", PlatformRules.Key("pools"), contracts.Keys, problems);
        for (var i = 0; i < settings.Tenants.Length; i++)
        {
            if (settings.Tenants[i].Queue is { } queue)
            {
                CheckQueue(ConfigPath.Keys(PlatformRules.At("tenants", i), "queue.devices"), settings.Tenants[i], queue, settings, names, contracts, problems);
            }
        }

        CheckWork(settings, problems);
        foreach (var (pool, contract) in contracts)
        {
            var shares = settings.Tenants.Select(tenant => (tenant.Name, Devices: tenant.Queue?.Devices.GetValueOrDefault(pool) ?? 0)).Where(share => share.Devices > 0).ToList();
            if (pools[pool].Nodes * contract.DevicesPerNode is { } most && shares.Sum(share => share.Devices) > most && !problems.Cover(PlatformRules.Key("tenants")))
            {
                problems.Add(
                    PlatformRules.Key("tenants"),
                    $"queues share out {shares.Sum(share => share.Devices)} {contract.DeviceResource} of the pool '{pool}' ({string.Join(", ", shares.Select(share => $"{share.Name} {share.Devices}"))}), but it can have {most}; "
                    + "lower them, or raise its capacity");
            }
        }
    }

    private static void CheckQueue(
        string path, TenantConfig tenant, TenantQueueConfig queue, PlatformSettings settings, KnownNames names, IReadOnlyDictionary<string, PoolContract> contracts, ConfigProblems problems)
    {
        foreach (var pool in queue.Devices.Keys)
        {
            names.Check(ConfigPath.Key(path, pool), pool, problems);
            if (contracts.TryGetValue(pool, out var contract) && contract.DeviceResource is null)
            {
                problems.Add(ConfigPath.Key(path, pool), $"'{pool}' has no devices, and queues share out nothing else; remove it: the quota limits CPU and memory of jobs");
            }
        }

        if (queue.Devices.IsEmpty)
        {
            problems.Add(path, "is empty, and no job with a device would ever run; name at least one pool");
        }

        if (tenant.Quota is not { } quota || problems.Cover(path))
        {
            return;
        }

        var models = TenantDemand.Together(TenantDemands.Lasting(settings, tenant.Name, contracts));
        foreach (var shares in queue.Devices.GroupBy(share => contracts[share.Key].DeviceResource!))
        {
            var (share, left) = (shares.Sum(one => one.Value), Math.Max(0, quota.Devices.GetValueOrDefault(shares.Key) - models[QuotaNames.Device(shares.Key)]));
            if (share > left)
            {
                problems.Add(
                    path,
                    $"jobs may have {share} {shares.Key} at a time, but the quota of {quota.Devices.GetValueOrDefault(shares.Key)} leaves {left} beside what models may hold, and jobs that were let in would get no pods; "
                    + "lower it, or raise the quota");
            }
        }
    }

    private static void CheckWork(PlatformSettings settings, ConfigProblems problems)
    {
        for (var i = 0; i < settings.Trainings.Length; i++)
        {
            // kubernetes-sigs/kueue, pkg/controller/jobs/raycluster/raycluster_webhook.go, which checks RayJobs too: only as elastic jobs, which an annotation makes that nothing here sets.
            if (settings.Trainings[i] is { Ray.Autoscaling: not null, Tenant: { } name } && settings.Tenants.Any(tenant => tenant.Name == name && tenant.Queue is not null))
            {
                problems.Add(
                    ConfigPath.Keys(PlatformRules.At("trainings", i), "ray.autoscaling"),
                    $"the tenant '{name}' has a queue, and Kueue lets in what Ray resizes as an elastic job only, which is not offered here; say the workers' replicas instead, or let the tenant have no queue");
            }
        }
    }
}
