namespace Infra.Core.Network;

/// <summary>Which addresses a VPC can take on for pods alone.</summary>
public static class PodRanges
{
    /// <summary>
    /// Shared address space (RFC 6598): every VPC may take it on beside its own addresses, which isn't true of other private ones (VPC user guide, "VPC
    /// CIDR blocks", restrictions of associations), and networks that are connected to the VPC seldom use it.
    /// </summary>
    public static Ipv4Network Allowed { get; } = new((100u << 24) | (64u << 16), 10);

    /// <summary>The complaint about a range; null if pods can have it.</summary>
    /// <param name="range">The range.</param>
    /// <param name="vpc">The VPC's own addresses; null if nobody knows them.</param>
    public static string? Problem(Ipv4Network range, Ipv4Network? vpc)
    {
        if (!Allowed.Contains(range))
        {
            return $"{range} can't be the pods' own addresses; allowed: a part of {Allowed}";
        }

        return vpc is { } own && own.Overlaps(range) ? $"{range} overlaps the VPC's {own}" : null;
    }
}
