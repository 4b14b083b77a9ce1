using Infra.Core.Units;
using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Diagnosis;

/// <summary>Amounts of resources as people write them.</summary>
internal static class Amount
{
    private const long Mebibyte = 1 << 20;

    public static string Of(string resource, long amount) => resource switch
    {
        ResourceNames.Cpu => new CpuQuantity(Math.Max(0, amount)).ToString(),
        ResourceNames.Memory or ResourceNames.Disk => Bytes(amount),
        _ when resource.StartsWith("hugepages-", StringComparison.Ordinal) => Bytes(amount),
        _ => $"{Math.Max(0, amount)}",
    };

    // Free memory is no round number; nobody misses what is below a mebibyte.
    private static string Bytes(long bytes) => new ByteSize(Math.Max(0, bytes) / Mebibyte * Mebibyte).ToString();
}
