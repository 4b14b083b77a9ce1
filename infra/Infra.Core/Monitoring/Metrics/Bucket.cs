using System.Globalization;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// The upper bound of a histogram's bucket. Prometheus 3 writes the bound of every bucket it reads as OpenMetrics does (<c>1.0</c>, <c>1e+06</c>), and
/// Prometheus 2 keeps what the exporter wrote (prometheus.io, "Prometheus 3.0 migration guide", normalization of le); so it is matched in every spelling.
/// </summary>
/// <param name="UpperBound">In the unit of the metric.</param>
public readonly record struct Bucket(double UpperBound)
{
    /// <summary>Regular expression of its label <c>le</c>: the number as an exporter in Go, C++ or Python writes it, and as Prometheus 3 does.</summary>
    public string Pattern => string.Join('|', new[] { Plain, Scientific, WithPoint(Plain), WithPoint(Scientific) }.Distinct(StringComparer.Ordinal).Select(text => text.Replace(".", "\\.", StringComparison.Ordinal).Replace("+", "\\+", StringComparison.Ordinal)));

    /// <summary>Selects the bucket.</summary>
    public Matcher Matcher => Matcher.Like("le", Pattern);

    private string Plain => UpperBound.ToString("0.#################", CultureInfo.InvariantCulture);

    // As Go's format g with the shortest number of digits: scientific from 1e21 on in fmt, but from 1e06 on in strconv, which Prometheus asks (promparse.go, formatOpenMetricsFloat).
    private string Scientific
    {
        get
        {
            if (UpperBound is 0 or (>= 1e-4 and < 1e6))
            {
                return Plain;
            }

            var exponent = (int)Math.Floor(Math.Log10(UpperBound));
            var mantissa = (UpperBound / Math.Pow(10, exponent)).ToString("0.################", CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }
    }

    private static string WithPoint(string text) => text.AsSpan().IndexOfAny('.', 'e') < 0 ? $"{text}.0" : text;
}
