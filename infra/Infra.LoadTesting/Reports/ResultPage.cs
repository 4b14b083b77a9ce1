using Infra.Planning.Rendering.Html;

namespace Infra.LoadTesting.Reports;

/// <summary>Measurements on one page that needs nothing else: neither a network nor a script.</summary>
public static class ResultPage
{
    public static void Write(IReadOnlyList<Measurement> measurements, IReadOnlyList<ObjectiveCheck> objectives, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        ArgumentNullException.ThrowIfNull(objectives);
        ArgumentNullException.ThrowIfNull(output);
        var html = new HtmlWriter(output);
        html.DocumentType();
        using var page = html.In("html", ("lang", "en"));
        using (html.In("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src {ReportAsset.Style.Hash}; base-uri 'none'; form-action 'none'"));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Element("title", "Load test");
            html.Asset(ReportAsset.Style);
        }

        using var body = html.In("body");
        using (html.In("header"))
        {
            html.Element("h1", "Load test");
            foreach (var run in measurements)
            {
                html.Element("p", $"{run.Label}: {run.Address}, {run.Load}");
            }
        }

        using (html.In("main"))
        {
            WriteTables(html, measurements, objectives);
            Section(html, "Latency by percentile", () => PercentileChart.Write(html, measurements));
            foreach (var run in measurements.Where(run => run.Result.Seconds.Count > 1))
            {
                Section(html, $"{run.Label}, second by second", () => SecondsChart.Write(html, run.Result.Seconds));
            }
        }
    }

    private static void WriteTables(HtmlWriter html, IReadOnlyList<Measurement> measurements, IReadOnlyList<ObjectiveCheck> objectives)
    {
        foreach (var (title, columns, rows) in ResultText.Tables(measurements).Where(table => table.Rows.Count > 0))
        {
            Section(html, title, () => new HtmlTable(title, columns) { HidesCaption = true }.Write(html, rows, (row, cells) =>
            {
                row.RowHead(cells[0]);
                foreach (var (cell, column) in cells.Skip(1).Zip(columns.Skip(1)))
                {
                    row.Cell(cell, column.EndsWith('>') ? "number" : null);
                }
            }));
        }

        var notes = objectives.Select(objective => $"{objective}").Concat(measurements.SelectMany(Remarks.Of)).ToList();
        if (notes.Count > 0)
        {
            Section(html, "To be known", () =>
            {
                foreach (var note in notes)
                {
                    html.Note(HtmlParts.Sentence(note));
                }
            });
        }
    }

    private static void Section(HtmlWriter html, string title, Action write)
    {
        using var section = html.In("section");
        html.Element("h2", title);
        write();
    }
}
