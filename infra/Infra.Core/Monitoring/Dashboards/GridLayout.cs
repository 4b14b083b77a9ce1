using Infra.Core.Monitoring.Dashboards.Panels;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>
/// Where the panels of a dashboard stand. Nobody types a coordinate: a panel stands right of the one before it, or on the next line where there is no room, and
/// all panels of a line are as high as its highest. So none can overlap another.
/// </summary>
public static class GridLayout
{
    /// <summary>Columns of Grafana's grid.</summary>
    public const int Columns = 24;

    private const int HeadingHeight = 1;

    /// <summary>The headings, each with its place and the places of its panels.</summary>
    /// <param name="rows">The rows, from top to bottom.</param>
    public static IEnumerable<(DashboardRow Row, GridPlace Heading, IReadOnlyList<(Panel Panel, GridPlace Place)> Panels)> Place(IEnumerable<DashboardRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var y = 0;
        foreach (var row in rows)
        {
            var heading = new GridPlace(0, y, Columns, HeadingHeight);
            y += HeadingHeight;
            var placed = new List<(Panel, GridPlace)>();
            foreach (var line in Lines(row.Panels))
            {
                var height = line.Max(panel => panel.Height);
                var x = 0;
                foreach (var panel in line)
                {
                    placed.Add((panel, new GridPlace(x, y, (int)panel.Width, height)));
                    x += (int)panel.Width;
                }

                y += height;
            }

            yield return (row, heading, placed);
        }
    }

    private static IEnumerable<List<Panel>> Lines(IEnumerable<Panel> panels)
    {
        var line = new List<Panel>();
        foreach (var panel in panels)
        {
            if (line.Sum(one => (int)one.Width) + (int)panel.Width > Columns)
            {
                yield return line;
                line = [];
            }

            line.Add(panel);
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }
}
