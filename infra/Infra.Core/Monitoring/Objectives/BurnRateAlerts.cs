using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>Alerts on an objective whose budget is spent too fast.</summary>
public static class BurnRateAlerts
{
    /// <summary>Label that tells the alerts of one objective apart.</summary>
    public const string WindowLabel = "window";

    /// <summary>Name of the page for all of them.</summary>
    public static readonly Runbook Runbook = new("objective-missed");

    /// <summary>The alerts. A rate at which every event would have to be bad, and more, has none: an objective of 10 % can't be missed 14 times as fast.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="labels">Labels of the model's alerts.</param>
    /// <param name="matchers">Labels by which its series are known.</param>
    public static IEnumerable<AlertRule> For(Objective objective, string model, ImmutableSortedDictionary<string, string> labels, ImmutableArray<Matcher> matchers)
    {
        ArgumentNullException.ThrowIfNull(objective);
        foreach (var rate in BurnRate.All.Where(rate => rate.Factor * objective.Budget < 1))
        {
            var limit = rate.Factor * objective.Budget;
            var burning = (Share(objective, rate.Long, matchers) > limit).And(Share(objective, rate.Short, matchers) > limit);
            yield return new AlertRule
            {
                Name = objective.Alert,
                Severity = rate.Severity,
                For = objective.For,
                Expression = objective.LeastEvents == 0
                    ? burning
                    // What was, and not a mean over the window: of a model that is new, or sleeps, that would be the few minutes that there are, taken for days.
                    : burning.And(objective.Bad.Total(rate.Long, matchers) * Scrape.Interval.TotalSeconds >= objective.LeastEvents),
                Labels = labels.SetItem(WindowLabel, rate.Long.ToString()),
                Summary = $"{model} {objective.Summary}",
                Description = $"{{{{ $value | humanizePercentage }}}} of the {objective.Events} over {rate.Long}, and as many over {rate.Short}: {Number(rate.Factor)} times as much as the objective allows would be {Number(100 * limit)} %. "
                    + $"{objective.Promise} At this rate the budget of {ServiceObjectives.Days} days lasts for {Number(Math.Round(ServiceObjectives.Days * 24 / rate.Factor))} hours at most.",
                Runbook = Runbook,
            };
        }
    }

    // Means of both, so that a minute with more requests counts for more. Rates over five minutes are short enough to be taken as they are.
    private static Expression Share(Objective objective, Window window, ImmutableArray<Matcher> matchers) => objective.All switch
    {
        null => objective.Bad.Mean(window, matchers),
        var all when window == Window.Minutes(5) => objective.Bad.Now(matchers) / all.Now(matchers),
        var all => objective.Bad.Mean(window, matchers) / all.Mean(window, matchers),
    };

    private static string Number(double number) => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture);
}
