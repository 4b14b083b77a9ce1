using System.Globalization;
using Infra.Core.Prices;

namespace Infra.Planning.Costs.Rendering;

/// <summary>A line in words.</summary>
internal static class LineText
{
    /// <summary>Quantity and price: <c>0 to 4 nodes × ~$0.1894 to ~$0.2782</c>.</summary>
    public static string How(CostLine line) => $"{Quantity(line)} × {Price(line)}";

    /// <summary>The same of a line that changed, with what it was: <c>3 keys × $1.00, was 1 key</c>.</summary>
    public static string How(CostLine before, CostLine after) => (Quantity(before) == Quantity(after), Price(before) == Price(after)) switch
    {
        (false, true) => $"{How(after)}, was {Quantity(before)}",
        (true, false) => $"{How(after)}, was {Price(before)}",
        _ => $"{How(after)}, was {How(before)}",
    };

    /// <summary>The whole calculation of one amount.</summary>
    public static string Arithmetic(CostAmount amount) => string.Create(CultureInfo.InvariantCulture,
        $"{Money.Number(amount.Quantity)} {Units(amount.Price.Per, amount.Quantity)} × {Money.Rate(amount.Price.Usd)}{(amount.Price.Unit == PriceUnit.Hour ? $" × {ListPrice.HoursPerMonth} h" : "")} = {Money.Usd(amount.Usd)}");

    /// <summary>Where a price was read.</summary>
    public static string Source(ListPrice price)
    {
        var commit = price.Source.Commit is { } hash ? $" at {hash}" : "";
        var date = price.Source.Date is { } day ? string.Create(CultureInfo.InvariantCulture, $", {day:yyyy-MM-dd}") : ", of no known day";
        return $"{price.Id} in {price.Region}: {Money.Rate(price)} ({price.Source.Id}: {price.Source.Site}/{price.Source.Path}{commit}{date})";
    }

    private static string Quantity(CostLine line) =>
        $"{Span(Money.Number(line.AtMinimum.Quantity), Money.Number(line.AtMaximum.Quantity))} {Units(line.AtMaximum.Price.Per, line.AtMaximum.Quantity)}";

    private static string Price(CostLine line) => Span(Money.Rate(line.AtMinimum.Price.Usd, line.IsEstimate), Money.Rate(line.AtMaximum.Price.Usd, line.IsEstimate));

    // 'zone of an endpoint' is 'zones of an endpoint', and GB stays GB.
    private static string Units(string per, decimal quantity)
    {
        if (quantity == 1 || per.Any(char.IsUpper))
        {
            return per;
        }

        var end = per.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 && !per.StartsWith("load ", StringComparison.Ordinal) ? blank : per.Length;
        return $"{per[..end]}{(per[..end].EndsWith('s') ? "es" : "s")}{per[end..]}";
    }

    private static string Span(string least, string most) => least == most ? least : $"{least} to {most}";
}
