using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>
/// What the numbers of a panel are. Grafana takes any text for a unit and prints what it doesn't know behind the number, so that a wrong one is seen by nobody but
/// the reader; the set is closed for that reason. Ids are those of github.com/grafana/grafana, packages/grafana-data/src/valueFormats/categories.ts (read 2026-11-22).
/// </summary>
public sealed class Unit
{
    private Unit(string id) => Id = id;

    /// <summary>A number of things, written out.</summary>
    public static Unit Count { get; } = new("none");

    /// <summary>A number that may be large: 1.2 K, 3.4 Mil.</summary>
    public static Unit Short { get; } = new("short");

    /// <summary>A share of 1, shown as percent.</summary>
    public static Unit Ratio { get; } = new("percentunit");

    /// <summary>Seconds.</summary>
    public static Unit Seconds { get; } = new("s");

    /// <summary>Requests per second.</summary>
    public static Unit RequestsPerSecond { get; } = new("reqps");

    /// <summary>Tokens, or anything else, per second.</summary>
    public static Unit PerSecond { get; } = new("cps");

    /// <summary>Bytes, in powers of 1024.</summary>
    public static Unit Bytes { get; } = new("bytes");

    /// <summary>Bytes per second.</summary>
    public static Unit BytesPerSecond { get; } = new("Bps");

    /// <summary>Watts.</summary>
    public static Unit Watts { get; } = new("watt");

    /// <summary>Degrees Celsius.</summary>
    public static Unit Celsius { get; } = new("celsius");

    /// <summary>US dollars; the panel's title says of what time.</summary>
    public static Unit Dollars { get; } = new("currencyUSD");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Unit> All { get; } =
        [Count, Short, Ratio, Seconds, RequestsPerSecond, PerSecond, Bytes, BytesPerSecond, Watts, Celsius, Dollars];

    /// <summary>Grafana's id.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
