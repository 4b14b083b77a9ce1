using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Whether pools, grown to their most, have GPUs left beside everything that may ask for them. Pods are gathered by the pools that take them: there are few such sets, however many pods there are.</summary>
internal sealed class GpuRoom
{
    private readonly PolicyContext _context;
    private readonly List<PolicyPool> _pools;
    private readonly Lazy<Dictionary<string, double>> _demands;
    private readonly Dictionary<string, List<PolicyPool>> _sets = new(StringComparer.Ordinal);

    public GpuRoom(PolicyContext context)
    {
        _context = context;
        _pools = [.. context.Pools.Where(pool => pool.HasAccelerator)];
        _demands = new(Demands);
    }

    /// <summary>Whether one more of the pods fits on any of its pools. Where a number isn't known it is taken not to.</summary>
    public bool HasSpare(PolicyPod pod)
    {
        var set = SetOf(pod);
        if (_sets[set].Count == 0)
        {
            return false;
        }

        var most = _sets[set].Sum(GpusAtMost);
        var taken = _demands.Value.Where(demand => _sets[demand.Key].Intersect(_sets[set]).Any()).Sum(demand => demand.Value);
        return taken + Gpus(pod) <= most;
    }

    private Dictionary<string, double> Demands()
    {
        var demands = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var pod in _context.Pods.Where(pod => pod.HasAccelerator && !pod.IsDaemon))
        {
            var set = SetOf(pod);
            demands[set] = demands.GetValueOrDefault(set) + (Gpus(pod) * (_context.Scalers.Bounds(pod.Owner).Most ?? double.PositiveInfinity));
        }

        return demands;
    }

    private string SetOf(PolicyPod pod)
    {
        var pools = _pools.Where(pool => pool.Refuses(pod) is null).ToList();
        var key = string.Join('\n', pools.Select(pool => pool.Subject.Resource.Urn));
        _sets.TryAdd(key, pools);
        return key;
    }

    private static double Gpus(PolicyPod pod) => pod.Accelerators.Sum(amount => amount.Number ?? double.PositiveInfinity);

    private static double GpusAtMost(PolicyPool pool)
    {
        var shares = pool.Component?["sharing", "replicas"].Number ?? 1;
        var perNode = pool.Types.Min(type => type.Accelerator?.Count ?? 0) * shares;
        return pool.IsKarpenter
            ? pool.Subject["spec", "limits", "nvidia.com/gpu"].Number ?? 0
            : (pool.Subject["scalingConfig", "maxSize"].Number ?? 0) * perNode;
    }
}
