using System.Collections.Immutable;

namespace Infra.Core.Accelerators;

/// <summary>
/// The errors that NVIDIA's driver reports (XID), by what has to be done (docs.nvidia.com/deploy/xid-errors, "Analyzing Xid Errors with the Xid Catalog", page of 2026-09-09, immediate action;
/// for what EC2 does about them: github.com/aws/eks-node-monitoring-agent, tag v1.7.0, monitors/nvidia/dcgm/dcgm_policies.go). Not here is what says nothing by itself: 45 and 154 come with
/// another one, and 45 with every process that is killed while it computes; 155 comes with links that are meant to sleep.
/// </summary>
public static class XidErrors
{
    /// <summary>
    /// The GPU doesn't work until it is reset, which on EC2 means another node: it stopped (46, 62, 109, 119, 120, 143, 158), fell off the bus (79), lost memory that it can't do without (48, 64,
    /// 95, 140, 156), power (54), a link to another GPU (74, 136, 144 to 150), or its keys (110, 142, 151).
    /// </summary>
    public static ImmutableArray<int> Hardware { get; } =
        [46, 48, 54, 62, 64, 74, 79, 95, 109, 110, 119, 120, 136, 140, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 156, 158];

    /// <summary>Memory wears out: a row was remapped or a page retired (63), errors were corrected too often (92), or one cost an application its work and nobody else's (94).</summary>
    public static ImmutableArray<int> WornMemory { get; } = [63, 92, 94];

    /// <summary>
    /// The program did something wrong, and the GPU is well: an illegal instruction or address (13, 31), a broken stream of commands (11, 32, 69, 80), an assertion (43), an illegal access to
    /// another GPU (137).
    /// </summary>
    public static ImmutableArray<int> Application { get; } = [11, 13, 31, 32, 43, 69, 80, 137];

    /// <summary>Regular expression of the codes, as the exporter's label <c>xid</c> has them.</summary>
    /// <param name="codes">The codes.</param>
    public static string Pattern(IEnumerable<int> codes) => string.Join('|', codes);
}
