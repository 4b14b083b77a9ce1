using Infra.Planning.Rendering;

namespace Infra.Planning.Costs.Rendering;

/// <summary>Why a line is what it is: what it pays for, the calculation, the sources.</summary>
public static class CostExplanation
{
    /// <summary>What stands for all lines.</summary>
    public const string Total = "total";

    /// <summary>Everything that can be asked for.</summary>
    public static IEnumerable<string> Names(CostReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [Total, .. report.Lines.Select(line => line.Id), .. report.Alternatives.Select(line => line.Id), .. report.Usage.Select(line => line.Id), .. report.Unpriced.Select(item => item.Id), .. report.Models.Select(model => model.Model)];
    }

    /// <summary>The explanation of a name that there is.</summary>
    public static IEnumerable<TextLine> Render(CostReport report, string name)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = name == Total ? report.Lines.SelectMany((line, i) => i == 0 ? Line(line) : Line(line).Prepend(TextLine.Empty)).Concat(Sum(report)) : One(report, name);
        return found;
    }

    private static IEnumerable<TextLine> One(CostReport report, string name) =>
    [
        .. report.Lines.Concat(report.Alternatives).Where(line => line.Id == name).SelectMany(Line),
        .. report.Usage.Where(line => line.Id == name).SelectMany(Usage),
        .. report.Unpriced.Where(item => item.Id == name).SelectMany(Unpriced),
        .. report.Models.Where(model => model.Model == name).SelectMany(Model),
    ];

    private static IEnumerable<TextLine> Line(CostLine line)
    {
        yield return TextLine.Of($"{line.Id}: {line.What}", TextRole.Heading);
        yield return TextLine.Of($"  at minimum: {LineText.Arithmetic(line.AtMinimum)}");
        yield return TextLine.Of($"  at maximum: {LineText.Arithmetic(line.AtMaximum)}");
        foreach (var text in line.Notes.Concat(new[] { line.AtMinimum.Price, line.AtMaximum.Price }.Distinct().Select(LineText.Source)).SelectMany(text => Wrapped.Lines(text, 96)))
        {
            yield return TextLine.Of($"  {text}");
        }
    }

    private static IEnumerable<TextLine> Usage(UsageLine line)
    {
        yield return TextLine.Of($"{line.Id}: {line.What}", TextRole.Heading);
        foreach (var text in new[] { $"paid by use, in no total; it depends on: {line.DependsOn}", LineText.Source(line.Rate) }.SelectMany(text => Wrapped.Lines(text, 96)))
        {
            yield return TextLine.Of($"  {text}");
        }
    }

    private static IEnumerable<TextLine> Unpriced(UnpricedItem item)
    {
        yield return TextLine.Of($"{item.Id}: {item.What}", TextRole.Heading);
        foreach (var text in Wrapped.Lines($"without a price, in no total: {item.Reason}", 96))
        {
            yield return TextLine.Of($"  {text}");
        }
    }

    private static IEnumerable<TextLine> Model(ModelCost model)
    {
        yield return TextLine.Of($"{model.Model}: its pods' share of the nodes that they land on", TextRole.Heading);
        yield return TextLine.Of($"  at minimum: {Shares(model, share => share.NodesAtMinimum, share => share.UsdPerNodeAtMinimum)}{Money.Usd(model.AtMinimum)}");
        yield return TextLine.Of($"  at maximum: {Shares(model, share => share.NodesAtMaximum, share => share.UsdPerNodeAtMaximum)}{Money.Usd(model.AtMaximum)}");
        foreach (var pool in model.WithoutPrice)
        {
            yield return TextLine.Of($"  without what it has of {pool}, whose nodes have no price");
        }
        foreach (var work in model.Throughput)
        {
            yield return TextLine.Of($"  {CostText.Work(work)}:");
            yield return TextLine.Of($"    {Money.Small(work.UsdPerHour)} an hour ÷ ({Money.Number(work.PerSecond)} per second × 3600 × {Money.Number(work.Use)}) × {Money.Number(work.Amount)}");
        }
    }

    private static string Shares(ModelCost model, Func<PoolShare, decimal> nodes, Func<PoolShare, decimal> perNode)
    {
        var parts = model.Shares.Where(share => nodes(share) > 0).Select(share => $"{Money.Parts(nodes(share))} nodes of {share.Pool} × {Money.Usd(perNode(share))}").ToList();
        return parts.Count == 0 ? "" : $"{string.Join(" + ", parts)} = ";
    }

    private static IEnumerable<TextLine> Sum(CostReport report) =>
        [TextLine.Empty, TextLine.Of($"total: {Money.Usd(report.AtMinimum)} at minimum, {Money.Usd(report.AtMaximum)} at maximum", TextRole.Heading)];
}
