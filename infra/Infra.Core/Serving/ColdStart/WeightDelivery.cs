using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Serving.ColdStart;

/// <summary>How weights get from where they are kept to the server.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Copy">Copying to the node before the server starts; null where nothing is copied.</param>
/// <param name="Read">How fast the server can read them; null where its own loader is the slower part: from a node's own disk right after copying.</param>
public sealed record WeightDelivery(string Name, ColdStartFigure? Copy, ColdStartFigure? Read)
{
    private static readonly FactSource Gp3Source = new(
        "ebs-gp3", "www.saisci.com", "aws/gp3-throughput-explained/", null, new DateOnly(2021, 1, 13), "125 MiB/s come with a gp3 volume, more can be bought");

    private static readonly FactSource LustreSource = new(
        "fsx-lustre", "docs.aws.amazon.com", "fsx/latest/LustreGuide/ssd-storage.html", null, null, "disk throughput by TiB of storage: 125, 250, 500 or 1,000 MB/s (persistent 2); network and cache give more for files that were just read");

    /// <summary>An init container copies them from S3.</summary>
    public static WeightDelivery S3Copy { get; } = new("S3 copy", ColdStartFigures.S3Copy, null);

    /// <summary>An init container downloads and unpacks an archive from a public host.</summary>
    public static WeightDelivery Archive { get; } = new("archive", ColdStartFigures.Internet, null);

    /// <summary>The server downloads them from Hugging Face when it starts.</summary>
    public static WeightDelivery HuggingFace { get; } = new("Hugging Face", null, ColdStartFigures.HuggingFace);

    /// <summary>The server streams them from S3 into GPU memory; nothing touches a disk. Needs <see cref="WeightLoader.Streamer"/>.</summary>
    public static WeightDelivery S3Stream { get; } = new("S3 stream", null, ColdStartFigures.StreamingLoader with { What = "stream from S3" });

    /// <summary>They are on the node's own disks, filled ahead.</summary>
    public static WeightDelivery NodeCache { get; } = new("node cache", null, ColdStartFigures.NodeCache);

    /// <summary>On a file system of EFS.</summary>
    public static WeightDelivery Efs { get; } = new("EFS", null, ColdStartFigures.Efs);

    /// <summary>They are part of the image (<c>oci://</c>): their bytes count there.</summary>
    public static WeightDelivery InImage { get; } = new("image", null, null);

    /// <summary>On an EBS volume of the kind gp3.</summary>
    /// <param name="mebibytesPerSecond">Its throughput in MiB/s, 125 where nothing else was bought.</param>
    public static WeightDelivery Gp3(int mebibytesPerSecond) =>
        new("EBS gp3", null, ColdStartFigure.Rate("gp3 volume", ByteSize.FromMebibytes(mebibytesPerSecond), Gp3Source));

    /// <summary>On a file system of FSx for Lustre, read for the first time.</summary>
    /// <param name="megabytesPerSecondAndTebibyte">Its throughput class in MB/s per TiB.</param>
    /// <param name="gibibytes">Its size in GiB.</param>
    public static WeightDelivery Lustre(int megabytesPerSecondAndTebibyte, int gibibytes) => new(
        "FSx for Lustre", null, ColdStartFigure.Rate("FSx for Lustre", new ByteSize(megabytesPerSecondAndTebibyte * 1_000_000L * gibibytes / 1024), LustreSource));

    /// <summary>On any other volume, whose throughput a user knows: NFS, Longhorn, Ceph, Mountpoint for S3.</summary>
    /// <param name="name">The name in reports.</param>
    /// <param name="mebibytesPerSecond">Throughput of one reader in MiB/s.</param>
    public static WeightDelivery Volume(string name, int mebibytesPerSecond) =>
        new(name, null, ColdStartFigure.Rate(name, ByteSize.FromMebibytes(mebibytesPerSecond), null));
}
