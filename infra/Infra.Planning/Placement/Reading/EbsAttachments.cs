using Infra.Core.Catalog;

namespace Infra.Planning.Placement.Reading;

/// <summary>
/// Volumes of EBS that pods can have on a node, beside its root volume (EC2 user guide, "Amazon EBS volume limits for Amazon EC2 instances"; aws-ebs-csi-driver, pkg/cloud/volume_limits.go at 09f742f7a545).
/// Nitro shares 28 attachments between volumes, network interfaces and local disks; one interface is counted, as more come only with pods. Types with a limit of their own for volumes have at least as many.
/// </summary>
internal static class EbsAttachments
{
    private const int OnNitro = 26;

    // The driver's 39 without the root volume.
    private const int OnXen = 38;

    // Of these the guide or the driver names less, or several local disks; of trn1.32xlarge and trn1n.32xlarge the number of disks wasn't read.
    private static readonly Dictionary<string, int> _fewer = new(StringComparer.Ordinal)
    {
        ["g4ad.16xlarge"] = OnNitro - 2,
        ["g4dn.metal"] = OnNitro - 2,
        ["g5.48xlarge"] = 9 - 2 - 1,
        ["inf1.24xlarge"] = 11 - 1,
        ["inf1.2xlarge"] = 26 - 1,
        ["inf1.6xlarge"] = 23 - 1,
        ["inf1.xlarge"] = 26 - 1,
        ["p3dn.24xlarge"] = OnNitro - 2,
    };

    // Their local disks take no attachment from volumes.
    private static readonly HashSet<string> _dedicated = new(["g6", "g6e", "g6f", "g7e", "gr6", "gr6f", "p4d", "p4de", "p5", "p5e", "p5en", "p6-b200", "p6-b300", "trn2"], StringComparer.Ordinal);

    /// <summary>The most that a type takes.</summary>
    public static int Of(InstanceType type) =>
        _fewer.TryGetValue(type.Name, out var fewer) ? fewer
        : !type.PodLimits.IsNitro ? OnXen
        : type.LocalNvmeGigabytes > 0 && !_dedicated.Contains(type.Family) ? OnNitro - 1
        : OnNitro;
}
