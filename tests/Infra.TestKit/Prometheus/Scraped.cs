using System.Text.RegularExpressions;

namespace Infra.TestKit.Prometheus;

/// <summary>
/// Series as a scrape leaves them: with the labels of the target that told them, wherever the series hasn't its own. A join that only works without them works in tests, and nowhere else.
/// </summary>
public static partial class Scraped
{
    private static readonly string[] _target =
        ["namespace=\"monitoring\"", "pod=\"exporter-0\"", "container=\"exporter\"", "service=\"exporter\"", "job=\"exporter\"", "endpoint=\"metrics\"", "instance=\"10.0.0.9:8080\""];

    /// <summary>A case of such series.</summary>
    /// <param name="tested">The case.</param>
    public static AlertCase Case(AlertCase tested)
    {
        ArgumentNullException.ThrowIfNull(tested);
        return tested with { Fires = [.. tested.Fires.Select(one => (Series(one.Series), one.Values))], NearlyFires = [.. tested.NearlyFires.Select(one => (Series(one.Series), one.Values))] };
    }

    /// <summary>A series with the labels of its target.</summary>
    /// <param name="series">The series, in promtool's notation.</param>
    public static string Series(string series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var own = LabelNames().Matches(series).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var added = string.Join(',', _target.Where(label => !own.Contains(label[..label.IndexOf('=', StringComparison.Ordinal)])));
        return series.EndsWith('}') ? $"{series[..^1]},{added}}}" : $"{series}{{{added}}}";
    }

    [GeneratedRegex("[{,]([a-zA-Z_]+)=\"")]
    private static partial Regex LabelNames();
}
