namespace Infra.Planning.Placement;

/// <summary>How the accelerators of a pool are used.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Resource">The resource, e.g. <c>nvidia.com/gpu</c>.</param>
/// <param name="Total">On all nodes of the pool.</param>
/// <param name="Used">Requested by pods.</param>
/// <param name="Fragmented">Free ones on nodes that take none more of the pods that ask for such a resource and may run on the pool: too few are left for each of them, or CPU, memory or disk is gone.</param>
public sealed record DeviceUse(string Pool, string Resource, long Total, long Used, long Fragmented)
{
    /// <summary>Nobody asked for them yet.</summary>
    public long Free => Total - Used;
}
