using System.Globalization;
using Infra.Core.Prices;

namespace Infra.Planning.Costs.Rendering;

/// <summary>A line in words.</summary>
internal static class LineText
{
    /// <summary>Quantity and price: <c>0 to 4 nodes × ~$0.1894 to ~$0.2782</c>.</summary>
    public static string How(CostLine line)
    {
        var (least, most) = (line.AtMinimum, line.AtMaximum);
        var quantity = Span(Money.Number(least.Quantity), Money.Number(most.Quantity));
        var price = Span(Money.Rate(least.Price.Usd, line.IsEstimate), Money.Rate(most.Price.Usd, line.IsEstimate));
        return $"{quantity} {Units(most.Price.Per, most.Quantity)} × {price}";
    }

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
