using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>A number that goes up and down.</summary>
/// <param name="name">Name of its series.</param>
/// <param name="exporter">Who publishes it.</param>
/// <param name="labels">Labels of its own.</param>
public sealed class GaugeMetric(string name, Exporter exporter, params IEnumerable<string> labels) : Metric(name, exporter, labels)
{
    /// <inheritdoc/>
    public override IEnumerable<string> SeriesNames => [Name];

    /// <summary>Its value now.</summary>
    public Expression Now(params IEnumerable<Matcher> matchers) => new(Select("", matchers));

    /// <summary>Its mean over a window.</summary>
    public Expression Mean(Window window, params IEnumerable<Matcher> matchers) => Over("avg_over_time", Select("", matchers), window);

    /// <summary>Its largest value in a window.</summary>
    public Expression Max(Window window, params IEnumerable<Matcher> matchers) => Over("max_over_time", Select("", matchers), window);

    /// <summary>Its smallest value in a window.</summary>
    public Expression Min(Window window, params IEnumerable<Matcher> matchers) => Over("min_over_time", Select("", matchers), window);

    /// <summary>The sum of all its values in a window.</summary>
    public Expression Total(Window window, params IEnumerable<Matcher> matchers) => Over("sum_over_time", Select("", matchers), window);

    /// <summary>How often it changed in a window.</summary>
    public Expression Changes(Window window, params IEnumerable<Matcher> matchers) => Over("changes", Select("", matchers), window);

    /// <summary>How much it changed from the beginning of a window to its end.</summary>
    public Expression Delta(Window window, params IEnumerable<Matcher> matchers) => Over("delta", Select("", matchers), window);

    /// <summary>Its value after some time, if it goes on as it did during the window.</summary>
    public Expression Predicted(TimeSpan after, Window window, params IEnumerable<Matcher> matchers) =>
        new($"predict_linear({Select("", matchers)}[{window}], {(long)after.TotalSeconds})");
}
