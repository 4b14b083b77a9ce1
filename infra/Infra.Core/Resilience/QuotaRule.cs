using System.Collections.Immutable;
using Infra.Core.Units;

namespace Infra.Core.Resilience;

/// <summary>
/// The pod that takes the place of an evicted one is made at once, while the old one still ends and counts (kubernetes/kubernetes, pkg/quota/v1/evaluator/core/pods.go:
/// until its grace period is over). A quota has to hold both.
/// </summary>
internal sealed class QuotaRule : IDrainRule
{
    public IEnumerable<DrainFinding> Check(DrainedCluster cluster) => cluster.Quotas.SelectMany(quota => Check(cluster, quota));

    private static IEnumerable<DrainFinding> Check(DrainedCluster cluster, NamespaceQuota quota)
    {
        var members = cluster.Pods.Where(pods => pods.Namespace == quota.Namespace).ToList();
        var limits = new List<(string Resource, long? Hard, Func<NodeSpace, long> Amount, Func<long, string> Words)>
        {
            ("requests.cpu", quota.Cpu, space => space.Room.Millicores, amount => new CpuQuantity(amount).ToString()),
            ("requests.memory", quota.Memory, space => space.Room.Bytes, amount => new ByteSize(amount).ToString()),
            ("pods", quota.Pods, space => space.Room.Pods, Plain),
        };
        limits.AddRange(quota.Devices.Select(device => ($"requests.{device.Key}", (long?)device.Value, (Func<NodeSpace, long>)(space => space.Devices.GetValueOrDefault(device.Key)), (Func<long, string>)Plain)));
        foreach (var (resource, hard, amount, words) in limits)
        {
            var stand = members.Sum(pods => pods.Least * amount(pods.Space));
            var (node, added) = Worst(cluster, members, amount);
            if (hard is { } limit && added > 0 && stand + added > limit)
            {
                yield return new DrainFinding(
                    DrainFault.Quota,
                    quota.Namespace,
                    $"quota '{quota.Name}' allows {resource} {words(limit)}, but {words(stand)} stand there and {words(added)} more start while a node of '{node}' is drained; raise it to {words(stand + added)}");
            }
        }
    }

    // What may be evicted from one node at a time; a node can't give back more than it has.
    private static (string Pool, long Added) Worst(DrainedCluster cluster, List<StandingPods> members, Func<NodeSpace, long> amount)
    {
        var worst = ("", 0L);
        foreach (var pool in cluster.Pools)
        {
            var added = members.Where(pods => pods.Pools.Contains(pool.Name)).Sum(pods => Math.Min(pods.WorstOn(pool), pods.Allowed) * amount(pods.Space));
            added = Math.Min(added, amount(pool.Node));
            worst = added > worst.Item2 ? (pool.Name, added) : worst;
        }

        return worst;
    }

    private static string Plain(long amount) => $"{amount}";
}
