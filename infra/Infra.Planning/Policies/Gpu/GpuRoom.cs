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

    /// <summary>Whether one more of the pods fits. Where a number isn't known it is taken not to.</summary>
    public bool HasSpare(PolicyPod pod) => HasSpare(pod, 1);

    /// <summary>Whether as many again fit.</summary>
    public bool HasSpareForAll(PolicyPod pod) => HasSpare(pod, Most(pod));

    private bool HasSpare(PolicyPod pod, double more)
    {
        var set = SetOf(pod);
        if (_sets[set].Count == 0)
        {
            return false;
        }

        // What could be there could also be on its other pools.
        var rivals = _demands.Value.Where(demand => _sets[demand.Key].Intersect(_sets[set]).Any()).ToList();
        var most = rivals.SelectMany(demand => _sets[demand.Key]).Distinct().Sum(GpusAtMost);
        return rivals.Sum(demand => demand.Value) + (Gpus(pod) * more) <= most;
    }

    private Dictionary<string, double> Demands()
    {
        var demands = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var pod in _context.Pods.Where(pod => pod.HasAccelerator && !pod.IsDaemon))
        {
            var set = SetOf(pod);
            demands[set] = demands.GetValueOrDefault(set) + (Gpus(pod) * Most(pod));
        }

        return demands;
    }

    private double Most(PolicyPod pod) => (pod.Most.IsAbsent ? _context.Scalers.Bounds(pod.Owner).Most : pod.Most.Number) ?? double.PositiveInfinity;

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
        var perNode = pool.Types.Select(type => type.Accelerator?.Count ?? 0).DefaultIfEmpty().Min() * shares;
        return pool.IsKarpenter
            ? pool.Subject["spec", "limits", "nvidia.com/gpu"].Number ?? 0
            : (pool.Subject["scalingConfig", "maxSize"].Number ?? 0) * perNode;
    }
}
