using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Monitoring.Dashboards;
using Infra.Core.Monitoring.Dashboards.Panels;

namespace Infra.Core.Tests.Monitoring.Dashboards;

/// <summary>Where panels stand.</summary>
public sealed class GridLayoutTests
{
    private static readonly Gen<Panel> _panel =
        from width in Gen.Elements(Enum.GetValues<PanelWidth>())
        from kind in Gen.Choose(0, 2)
        select kind switch
        {
            0 => DashboardSamples.Stat("a", width),
            1 => (Panel)DashboardSamples.Lines("a", width),
            _ => DashboardSamples.Logs("a", width),
        };

    [Fact]
    public void Panels_fill_a_line_and_go_on_with_the_next()
    {
        var places = GridLayout.Place(
        [
            new DashboardRow("one", [DashboardSamples.Stat("a", PanelWidth.Half), DashboardSamples.Lines("b", PanelWidth.Half), DashboardSamples.Stat("c", PanelWidth.Third)]),
            new DashboardRow("two", [DashboardSamples.Stat("d", PanelWidth.Full)]),
        ]).SelectMany(row => row.Panels.Select(one => one.Place).Prepend(row.Heading));

        Assert.Equal(
            [
                new GridPlace(0, 0, 24, 1),
                // As high as its neighbour.
                new GridPlace(0, 1, 12, 8),
                new GridPlace(12, 1, 12, 8),
                new GridPlace(0, 9, 8, 4),
                new GridPlace(0, 13, 24, 1),
                new GridPlace(0, 14, 24, 4),
            ],
            places);
    }

    [Fact]
    public void No_panel_overlaps_another_or_leaves_the_grid() => Properties.Hold(Arb.From(_panel.ArrayOf().ArrayOf()), rows =>
    {
        var cells = GridLayout.Place(rows.Select((panels, i) => new DashboardRow($"{i}", [.. panels])))
            .SelectMany(row => row.Panels.Select(one => one.Place).Prepend(row.Heading))
            .SelectMany(place => Enumerable.Range(place.X, place.Width).SelectMany(x => Enumerable.Range(place.Y, place.Height).Select(y => (x, y))))
            .ToList();
        return cells.Count == cells.Distinct().Count() && cells.All(cell => cell.x is >= 0 and < GridLayout.Columns && cell.y >= 0);
    }, tests: 200);
}
