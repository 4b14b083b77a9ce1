using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Nodes;

namespace Infra.Planning.Placement;

/// <summary>
/// Which quota of EC2 an instance counts for. Names from the EC2 user guide ("Amazon EC2 instance type quotas", "Spot Instance quotas"); codes as the Service Quotas API lists them,
/// read 2026-11-22 in gruntwork-io/terraform-aws-utilities (modules/request-quota-increase, generated from the API), those of spot also in a stored copy of "Spot Instance quotas", which links each name to
/// its code and has one quota for all of P; older copies have one of its own for P5. Instances of a Capacity Block are counted for none: they are granted when the block is bought. No sentence of AWS
/// was found that says so.
/// </summary>
internal static class Quotas
{
    private const string Standard = "Standard (A, C, D, H, I, M, R, T, Z)";

    private static readonly ImmutableArray<(string Family, CapacityType Type, string Code, string Name)> _all =
    [
        ("standard", CapacityType.OnDemand, "L-1216C47A", $"Running On-Demand {Standard} instances"),
        ("g", CapacityType.OnDemand, "L-DB2E81BA", "Running On-Demand G and VT instances"),
        ("p", CapacityType.OnDemand, "L-417A185B", "Running On-Demand P instances"),
        ("inf", CapacityType.OnDemand, "L-1945791B", "Running On-Demand Inf instances"),
        ("trn", CapacityType.OnDemand, "L-2C3B7624", "Running On-Demand Trn instances"),
        ("standard", CapacityType.Spot, "L-34B43A08", $"All {Standard} Spot Instance Requests"),
        ("g", CapacityType.Spot, "L-3819A6DF", "All G and VT Spot Instance Requests"),
        ("p", CapacityType.Spot, "L-7212CCBC", "All P Spot Instance Requests"),
        ("inf", CapacityType.Spot, "L-B5D1601B", "All Inf Spot Instance Requests"),
        ("trn", CapacityType.Spot, "L-6B0D517C", "All Trn Spot Instance Requests"),
    ];

    /// <summary>What the pools need, in the order of the table.</summary>
    public static ImmutableArray<VcpuQuota> Of(IReadOnlyCollection<PlacementPool> pools, PlacementState minimum, PlacementState maximum) =>
    [
        .. _all.Select(quota => (quota.Code, quota.Name)).Distinct().Select(quota =>
        {
            var counted = pools.Select(pool => (Pool: pool, Vcpus: Vcpus(pool, quota.Name))).Where(pool => pool.Vcpus > 0).ToList();
            return (IsNeeded: counted.Count > 0, Quota: new VcpuQuota(
                quota.Code,
                quota.Name,
                counted.Sum(one => minimum.NodesOf(one.Pool.Name) * one.Vcpus),
                counted.Sum(one => maximum.NodesOf(one.Pool.Name) * one.Vcpus),
                counted.Any(one => one.Pool.Most is null) ? null : counted.Sum(one => one.Pool.Most!.Value * one.Vcpus)));
        }).Where(quota => quota.IsNeeded).Select(quota => quota.Quota),
    ];

    /// <summary>The quota that more nodes of a pool count for, with the vCPUs of one; null for none.</summary>
    public static (string Code, string Name, int Vcpus)? Of(PlacementPool pool) =>
        _all.Select(quota => (quota.Code, quota.Name, Vcpus: Vcpus(pool, quota.Name))).Where(quota => quota.Vcpus > 0).Select(quota => ((string, string, int)?)quota).FirstOrDefault();

    // EC2 may launch any of the types, so that the largest which counts for the quota decides.
    private static int Vcpus(PlacementPool pool, string quota) => pool.InstanceTypes
        .Select(name => InstanceCatalog.Default.TryGet(name, out var type) ? type : null).OfType<InstanceType>()
        .Where(type => _all.Any(one => one.Name == quota && one.Type == pool.CapacityType && one.Family == Family(type)))
        .Select(type => type.Vcpus).DefaultIfEmpty().Max();

    private static string Family(InstanceType type)
    {
        var letters = string.Concat(type.Family.TakeWhile(char.IsAsciiLetter));
        // Gr6 is a G with more memory.
        return letters is "g" or "gr" or "vt" ? "g" : letters is "p" or "inf" or "trn" ? letters : "standard";
    }
}
