using Infra.Core.Prices;
using Infra.Planning.Rendering;

namespace Infra.Planning.Costs.Rendering;

/// <summary>An estimate as text.</summary>
public static class CostText
{
    private const string NoModel = "(of no model)";
    private const string Platform = "(of no tenant)";

    /// <summary>Totals, lines, pools, models, tenants, what is paid by use and what has no price.</summary>
    public static IEnumerable<TextLine> Render(CostReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        TextLine[][] sections = [[.. Head(report)], [.. Lines(report)], [.. Pools(report)], [.. Models(report)], [.. Usage(report)], [.. Unpriced(report)]];
        return sections.Where(section => section.Length > 0).SelectMany((section, i) => i == 0 ? section : section.Prepend(TextLine.Empty));
    }

    /// <summary>What a change costs.</summary>
    /// <param name="delta">The change.</param>
    /// <param name="name">What it is compared with, for people.</param>
    public static IEnumerable<TextLine> Render(CostDelta delta, string name)
    {
        ArgumentNullException.ThrowIfNull(delta);
        yield return TextLine.Of(delta.Lines.Count == 0
            ? $"Against {name}: no line differs."
            : $"Against {name}: {Money.Change(delta.AtMinimum)} a month at minimum, {Money.Change(delta.AtMaximum)} at maximum.", TextRole.Heading);
        if (delta.Lines.Count > 0)
        {
            foreach (var line in TextTable.Render(["LINE", "AT MINIMUM>", "AT MAXIMUM>", "QUANTITY AND PRICE"], [.. delta.Lines.Select(line => new[] { line.Id, Money.Change(line.AtMinimum), Money.Change(line.AtMaximum), Change(line) })]))
            {
                yield return line;
            }
        }
    }

    internal static string Change(ChangedLine line) => (line.Before, line.After) switch
    {
        ({ } before, { } after) => LineText.How(before, after),
        (null, { } after) => $"{LineText.How(after)}, new",
        ({ } before, _) => $"gone, was {LineText.How(before)}",
        _ => "",
    };

    private static IEnumerable<TextLine> Head(CostReport report)
    {
        yield return TextLine.Of($"{report.Stack}: {Money.Usd(report.AtMinimum)} a month at minimum, {Money.Usd(report.AtMaximum)} at maximum", TextRole.Heading);
        yield return TextLine.Of(report.Region is { } region
            ? $"List prices of {region} without tax, discounts, free tiers; {ListPrice.HoursPerMonth} hours a month; ~ is an estimate."
            : "The plan has nothing of AWS.");
        if (report.PodsAtMaximum < report.AtMaximum)
        {
            yield return TextLine.Of($"At maximum every pool is as large as it may be; all pods at their most need {Money.Usd(report.PodsAtMaximum)} of that.");
        }
    }

    private static IEnumerable<TextLine> Lines(CostReport report)
    {
        if (report.Lines.Count == 0)
        {
            return [];
        }

        var rows = report.Lines.Select(line => new[] { line.Id, Money.Usd(line.AtMinimum.Usd), Money.Usd(line.AtMaximum.Usd), LineText.How(line) })
            .Append(["total", Money.Usd(report.AtMinimum), Money.Usd(report.AtMaximum), ""])
            .Concat(report.Alternatives.Select(line => new[] { line.Id, Money.Usd(line.AtMinimum.Usd), Money.Usd(line.AtMaximum.Usd), line.What }));
        return TextTable.Render(["LINE", "AT MINIMUM>", "AT MAXIMUM>", "QUANTITY AND PRICE"], [.. rows]);
    }

    private static IEnumerable<TextLine> Pools(CostReport report) => report.Pools.Count == 0 ? [] : TextTable.Render(
        ["POOL, NODES WITH DISKS", "AT MINIMUM>", "AT MAXIMUM>", "PODS AT THEIR MOST>"],
        [.. report.Pools.Select(pool => new[] { pool.Name, Money.Usd(pool.AtMinimum), Money.Usd(pool.AtMaximum), Money.Usd(pool.PodsAtMaximum) })]);

    private static IEnumerable<TextLine> Models(CostReport report)
    {
        if (report.Models.Count == 0)
        {
            yield break;
        }

        var rows = report.Models.Select(model => new[] { model.Model, Money.Usd(model.AtMinimum), Money.Usd(model.AtMaximum), string.Join(", ", [.. model.Throughput.Select(Work), .. model.WithoutPrice.Select(pool => $"without {pool}, which has no price")]) })
            .Append([NoModel, Money.Usd(report.Idle.AtMinimum), Money.Usd(report.Idle.AtMaximum), "other pods, and room of nobody"]);
        foreach (var line in TextTable.Render(["MODEL, ITS SHARE OF NODES", "AT MINIMUM>", "AT MAXIMUM>", ""], [.. rows]))
        {
            yield return line;
        }

        if (report.Tenants.Any(tenant => tenant.Name.Length > 0))
        {
            yield return TextLine.Empty;
            foreach (var line in TextTable.Render(["TENANT", "AT MINIMUM>", "AT MAXIMUM>"], [.. report.Tenants.Select(tenant => new[] { tenant.Name.Length == 0 ? Platform : tenant.Name, Money.Usd(tenant.AtMinimum), Money.Usd(tenant.AtMaximum) })]))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<TextLine> Usage(CostReport report) => report.Usage.Count == 0 ? [] : TextTable.Render(
        ["PAID BY USE, IN NO TOTAL", "PRICE", "DEPENDS ON"],
        [.. report.Usage.Select(line => new[] { line.Id, Money.Rate(line.Rate), line.DependsOn })]);

    private static IEnumerable<TextLine> Unpriced(CostReport report)
    {
        if (report.Unpriced.Count == 0)
        {
            yield break;
        }

        yield return TextLine.Of("WITHOUT A PRICE, IN NO TOTAL", TextRole.Heading);
        foreach (var item in report.Unpriced)
        {
            yield return TextLine.Of($"{item.Id}: {item.What}");
            foreach (var line in Wrapped.Lines(item.Reason, 96))
            {
                yield return TextLine.Of($"    {line}");
            }
        }
    }

    internal static string Work(ThroughputCost work) => $"{Money.Small(work.Usd)} per {work.Per}{(work.Use == 1 ? " at full use" : $" at {Money.Number(work.Use * 100)}% use")}";
}
