using System.Collections.Immutable;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// A metric that an exporter really publishes. Its type decides what may be asked: of a counter its rate, of a histogram its percentiles and its mean. That is
/// all there is, so that nobody compares a counter, or a sum without its count, with a limit.
/// </summary>
public abstract class Metric
{
    private protected Metric(string name, Exporter exporter, IEnumerable<string> labels) => (Name, Exporter, Labels) = (name, exporter, [.. labels]);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Who publishes it.</summary>
    public Exporter Exporter { get; }

    /// <summary>Labels of its own, beside those of the target.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Names of the series that Prometheus keeps of it.</summary>
    public abstract IEnumerable<string> SeriesNames { get; }

    /// <summary>The selector of its series.</summary>
    /// <param name="suffix">What the series' name has beside the metric's.</param>
    /// <param name="matchers">Conditions on labels that it has.</param>
    private protected string Select(string suffix, IEnumerable<Matcher> matchers)
    {
        var all = matchers.ToList();
        if (all.Find(matcher => !Labels.Contains(matcher.Label, StringComparer.Ordinal) && !TargetLabels.Has(matcher.Label)) is { } unknown)
        {
            throw new ArgumentException($"{Name} of {Exporter.Name} {Exporter.Version} has no label {unknown.Label}; it has: {string.Join(", ", Labels)}", nameof(matchers));
        }

        return all.Count == 0 ? $"{Name}{suffix}" : $"{Name}{suffix}{{{string.Join(",", all)}}}";
    }

    private protected static Expression Over(string function, string selector, Window window) => new($"{function}({selector}[{window}])");
}
