using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>Alerts on the store of predictions, as the caches in front of models see it.</summary>
internal static class PredictionCacheAlerts
{
    private const double Allowed = 0.1;

    private static readonly Window _window = Window.Minutes(10);

    /// <summary>The alerts of a model with a cache.</summary>
    public static IEnumerable<Rule> Of(AlertedModel model)
    {
        if (model.CacheService is { } service)
        {
            yield return StoreFailing(model, service);
        }
    }

    private static AlertRule StoreFailing(AlertedModel model, string service)
    {
        Expression Rate(string results) => PredictionCacheMetrics.Requests.Rate(
            _window, Matcher.Is(TargetLabels.Namespace, model.Namespace), Matcher.Is(TargetLabels.Service, service), Matcher.Like("result", results)).Sum();
        return new AlertRule
        {
            Name = "PredictionStoreFailing",
            Severity = Severity.P1,
            For = TimeSpan.FromMinutes(10),
            Labels = model.Labels,
            Expression = Rate("error") / Rate("error|hit|miss") > Allowed,
            Summary = $"The cache in front of {model.Name} can't reach its store",
            Description = $"{{{{ $value | humanizePercentage }}}} of the requests that could have been answered from it went to {model.Name} instead over ten minutes; 10 % is the limit. Nothing fails, but the model has all the work.",
            Runbook = new Runbook("prediction-store"),
        };
    }
}
