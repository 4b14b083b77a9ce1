using System.Globalization;
using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Serving.ColdStart;

/// <summary>How long something took where somebody measured it.</summary>
/// <param name="What">What it is, as a noun for a report.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Bytes">For how many bytes; null where the size doesn't matter.</param>
/// <param name="Source">Where it was read; null for our own estimate.</param>
public sealed record ColdStartFigure(string What, decimal Seconds, ByteSize? Bytes, FactSource? Source)
{
    /// <summary>A rate that is promised or set, not measured.</summary>
    /// <param name="what">What has it.</param>
    /// <param name="perSecond">Bytes per second, more than 0.</param>
    /// <param name="source">Where it was read; null where a user set it.</param>
    public static ColdStartFigure Rate(string what, ByteSize perSecond, FactSource? source) => new(what, 1, perSecond, source);

    /// <summary>How long so many bytes take; where the size doesn't matter, always the same.</summary>
    /// <param name="bytes">How many.</param>
    public TimeSpan For(long bytes)
    {
        var seconds = Bytes is { } measured ? bytes * Seconds / measured.Bytes : Seconds;
        return new TimeSpan((long)decimal.Round(seconds * TimeSpan.TicksPerSecond));
    }

    /// <summary>The figure and where it is from, as one clause: <c>image pull: 9.5 GB in 334 s (aws-ia/terraform-aws-eks-blueprints, patterns/ml-container-cache/README.md)</c>.</summary>
    public override string ToString()
    {
        var size = Bytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes.Bytes / 1e9m:0.###} GB in ") : "";
        var source = Source is { } read ? $"{read.Site}, {read.Path}{(read.Date is { } date ? $", {date:yyyy-MM-dd}" : "")}" : "estimate";
        return string.Create(CultureInfo.InvariantCulture, $"{What}: {size}{Seconds:0.##} s ({source})");
    }
}
