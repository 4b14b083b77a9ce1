using System.Globalization;
using Infra.Planning.Costs;

namespace Infra.Planning.Tests.Costs;

/// <summary>Lines of an estimate in short.</summary>
internal static class CostAssert
{
    /// <summary>Id, amount at minimum, amount at maximum, all of them by name.</summary>
    public static void Lines(CostReport report, params string[] expected) => Assert.Equal(expected, report.Lines.OrderBy(line => line.Id, StringComparer.Ordinal).Select(Short));

    public static void Usage(CostReport report, params string[] expected) => Assert.Equal(expected, report.Usage.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Id} {line.Rate.Usd}")));

    public static void Unpriced(CostReport report, params string[] expected) => Assert.Equal(expected, report.Unpriced.Select(item => $"{item.Id}: {item.What}: {item.Reason}"));

    private static string Short(CostLine line) => string.Create(CultureInfo.InvariantCulture, $"{line.Id} {line.AtMinimum.Usd:0.#####} {line.AtMaximum.Usd:0.#####}");
}
