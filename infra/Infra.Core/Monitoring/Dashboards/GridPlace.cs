using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>A place on a dashboard, in cells of Grafana's grid of 24 columns.</summary>
/// <param name="X">Columns to its left.</param>
/// <param name="Y">Cells above it.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Cells.</param>
public readonly record struct GridPlace(int X, int Y, int Width, int Height)
{
    internal JObject ToJson() => new() { ["h"] = Height, ["w"] = Width, ["x"] = X, ["y"] = Y };
}
