using System.Globalization;
using Infra.Core.Prices;
using Infra.Planning.Costs;
using Infra.Planning.Costs.Rendering;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html.Sections;

/// <summary>What it costs in a month: by pool, model and tenant, line by line, and what of it has no price.</summary>
internal sealed class CostSection : IReportSection
{
    public string Id => "cost";

    public string Title => "Cost";

    public void Write(HtmlWriter html, PlanReview review)
    {
        var cost = review.Cost;
        html.Note($"US dollars a month by list prices{(cost.Region is { } region ? $" of {region}" : "")}, at the least and at the most that the plan allows: {Money.Whole(cost.AtMinimum)} to {Money.Whole(cost.AtMaximum)}.");
        if (review.Comparison is { } comparison)
        {
            WriteDelta(html, comparison);
        }

        CostBars.WriteKey(html);
        using (html.In("div", ("class", "columns")))
        {
            CostBars.Write(html, "By pool", "pool", [.. cost.Pools.Select(static pool => new CostSum(pool.Name, pool.AtMinimum, pool.AtMaximum))]);
            CostBars.Write(html, "By model", "model", [.. cost.Models.Select(static model => new CostSum(NameOf(model), model.AtMinimum, model.AtMaximum)), .. Idle(cost)]);
            CostBars.Write(html, "By tenant", "tenant", [.. cost.Tenants.Select(static sum => sum with { Name = sum.Name.Length == 0 ? "the platform" : sum.Name })]);
            CostBars.Write(html, "By kind", "kind", [.. ByKind(cost)]);
        }

        WriteUnpriced(html, cost);
        WriteThroughput(html, cost);
        WriteLines(html, "Lines of the estimate", cost.Lines);
        WriteLines(html, "On top or instead, in no total", cost.Alternatives);
        WriteUsage(html, cost);
    }

    // What has no price isn't free.
    private static string NameOf(ModelCost model) => model.WithoutPrice.Count == 0 ? model.Model : $"{model.Model} (without {string.Join(", ", model.WithoutPrice)}: no price)";

    private static IEnumerable<CostSum> Idle(CostReport cost) => cost.Idle.AtMaximum > 0 || cost.Idle.AtMinimum > 0 ? [cost.Idle with { Name = "no model" }] : [];

    private static IEnumerable<CostSum> ByKind(CostReport cost) => cost.Lines
        .GroupBy(static line => line.Kind)
        .Select(static kind => new CostSum(Words(kind.Key), kind.Sum(static line => line.AtMinimum.Usd), kind.Sum(static line => line.AtMaximum.Usd)))
        .OrderByDescending(static sum => sum.AtMaximum)
        .ThenBy(static sum => sum.Name, StringComparer.Ordinal);

    private static string Words(CostKind kind) => kind switch
    {
        CostKind.ControlPlane => "control plane",
        CostKind.LoadBalancing => "load balancing",
        _ => $"{kind}".ToLowerInvariant(),
    };

    private static void WriteDelta(HtmlWriter html, ChangeReview comparison)
    {
        var delta = comparison.Cost;
        if (delta.Lines.Count == 0)
        {
            html.Note($"Nothing of that differs from {comparison.Base}.");
            return;
        }

        new HtmlTable($"Compared with {comparison.Base}: {Money.Change(delta.AtMinimum)} at minimum, {Money.Change(delta.AtMaximum)} at maximum", "What", "At minimum>", "At maximum>") { Row = "line" }
            .Write(html, delta.Lines, static (html, line) => html.RowHead((line.After ?? line.Before)!.What).Number(Money.Change(line.AtMinimum)).Number(Money.Change(line.AtMaximum)));
    }

    private static void WriteUnpriced(HtmlWriter html, CostReport cost)
    {
        if (cost.Unpriced.Count > 0)
        {
            new HtmlTable("Costs money, and has no price here", "What", "Why there is no figure") { Row = "item" }
                .Write(html, cost.Unpriced, static (html, item) => html.RowHead(item.What).Cell(item.Reason));
        }
    }

    private static void WriteThroughput(HtmlWriter html, CostReport cost)
    {
        var throughput = cost.Models.SelectMany(static model => model.Throughput, static (model, work) => (model.Model, Work: work)).ToList();
        if (throughput.Count > 0)
        {
            new HtmlTable("What work costs, where a model's inputs say what a replica takes", "Model", "Cost>", "Per", "Replica an hour>", "A second>") { Row = "model" }.Write(html, throughput, static (html, one) =>
                html.RowHead(one.Model).Number(Money.Rate(one.Work.Usd, isEstimate: true)).Cell(one.Work.Per).Number(Money.Usd(one.Work.UsdPerHour)).Number($"{one.Work.PerSecond:0.##}"));
        }
    }

    private static void WriteLines(HtmlWriter html, string title, Model.ValueList<CostLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        using var fold = html.Fold($"{title} ({lines.Count:N0})");
        new HtmlTable(title, "What", "At minimum>", "At maximum>", "Price>", "Source") { HidesCaption = true, Row = "line" }.Write(html, lines, static (html, line) =>
        {
            using (html.In("th", ("scope", "row")))
            {
                html.Text(line.What);
                foreach (var note in line.Notes)
                {
                    html.Element("div", note, ("class", "quiet"));
                }
            }

            html.Number(Money.Whole(line.AtMinimum.Usd)).Number(Money.Whole(line.AtMaximum.Usd));
            html.Number($"{(line.IsEstimate ? "about " : "")}{Money.Rate(line.AtMaximum.Price)}");
            html.Cell(SourceOf(line.AtMaximum.Price));
        });
    }

    private static void WriteUsage(HtmlWriter html, CostReport cost)
    {
        if (cost.Usage.Count == 0)
        {
            return;
        }

        using var fold = html.Fold($"Paid by use, in no total ({cost.Usage.Count:N0})");
        new HtmlTable("Paid by use", "What", "Rate>", "Depends on") { HidesCaption = true, Row = "line" }.Write(html, cost.Usage, static (html, line) =>
            html.RowHead(line.What).Number(Money.Rate(line.Rate)).Cell(line.DependsOn));
    }

    private static string SourceOf(ListPrice price) =>
        price.Source.Date is { } date ? $"{price.Source.Site}, {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : price.Source.Site;
}
