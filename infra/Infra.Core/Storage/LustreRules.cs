using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Core.Storage;

/// <summary>What FSx for Lustre offers on SSDs (FSx for Lustre user guide, "Deployment and storage class options", and the API's CreateFileSystemLustreConfiguration).</summary>
public static class LustreRules
{
    /// <summary>The only first step of a size, in GiB.</summary>
    public const int SmallestGiB = 1200;

    /// <summary>All other sizes are multiples of it, in GiB.</summary>
    public const int StepGiB = 2400;

    /// <summary>Throughput of scratch storage in MB/s per TiB.</summary>
    public const int ScratchThroughput = 200;

    /// <summary>Throughput of persistent storage in MB/s per TiB, as sold.</summary>
    public static IReadOnlyList<int> Throughputs { get; } = [125, 250, 500, 1000];

    /// <summary>Size in the unit of the API.</summary>
    public static int GiB(ByteSize size) => (int)(size.Bytes >> 30);

    /// <summary>What a whole file system gives, in MiB/s: its disks, without network and cache.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="throughput">Throughput in MB/s per TiB; null for scratch storage.</param>
    public static int MebibytesPerSecond(ByteSize size, int? throughput) => (int)((throughput ?? ScratchThroughput) * 1_000_000L * GiB(size) / 1024 >> 20);

    /// <summary>Adds a problem if there is no file system of this size or throughput.</summary>
    /// <param name="sizePath">Path of the size.</param>
    /// <param name="size">The size.</param>
    /// <param name="throughputPath">Path of the throughput.</param>
    /// <param name="throughput">Throughput in MB/s per TiB; null for scratch storage, which has one of its own.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string sizePath, ByteSize size, string throughputPath, int? throughput, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!problems.Cover(sizePath) && (size != ByteSize.FromGibibytes(GiB(size)) || (GiB(size) != SmallestGiB && (GiB(size) == 0 || GiB(size) % StepGiB != 0))))
        {
            problems.Add(sizePath, $"{size} is no size of FSx for Lustre; allowed are {SmallestGiB}Gi and multiples of {StepGiB}Gi");
        }

        if (throughput is { } asked && !Throughputs.Contains(asked) && !problems.Cover(throughputPath))
        {
            problems.Add(throughputPath, $"{asked} MB/s per TiB isn't offered; there are: {string.Join(", ", Throughputs)}");
        }
    }
}
