using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>Alerts on who counts a model's replicas.</summary>
internal static class ModelScalingAlerts
{
    private static readonly Runbook _runbook = new("model-autoscaler");

    /// <summary>The alerts.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<Rule> Of(AlertedModel model)
    {
        if (model.Autoscaler is { } autoscaler)
        {
            Matcher[] matchers = [Matcher.Is(TargetLabels.Namespace, model.Namespace), Matcher.Is("horizontalpodautoscaler", autoscaler)];
            yield return AtMaximum(model, matchers);
            yield return Failing(model, matchers);
        }

        if (model.AsksKeda)
        {
            yield return ScalerFailing(model);
        }
    }

    private static AlertRule AtMaximum(AlertedModel model, Matcher[] matchers) => new()
    {
        Name = "ModelAutoscalerAtMaximum",
        Severity = Severity.P2,
        For = TimeSpan.FromMinutes(30),
        Labels = model.Labels,
        Expression = KubeObjectMetrics.AutoscalerDesired.Now(matchers).Max().EqualTo(KubeObjectMetrics.AutoscalerMost.Now(matchers).Max()),
        Summary = $"{model.Name} has as many replicas as it may have",
        Description = $"Its autoscaler has asked for {{{{ $value }}}} replicas, the most, for half an hour. More requests make {model.Name} slower now: raise autoscaling.max if its pools have the room.",
        Runbook = _runbook,
    };

    // An autoscaler of nothing is off, too: that of a model that sleeps.
    private static AlertRule Failing(AlertedModel model, Matcher[] matchers) => new()
    {
        Name = "ModelAutoscalerFailing",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Labels = model.Labels,
        Expression = KubeObjectMetrics.AutoscalerCondition.Now([.. matchers, Matcher.Is("condition", "ScalingActive"), Matcher.Is("status", "false")]).Max().EqualTo(1)
            .And(KubeObjectMetrics.AutoscalerDesired.Now(matchers).Max() > 0, Matching.On()),
        Summary = $"The autoscaler of {model.Name} can't count",
        Description = $"For 15 minutes it could not read what it scales by, and leaves {model.Name} as it is, however many requests come. kubectl describe hpa says why.",
        Runbook = _runbook,
    };

    // A trigger is asked every 30 seconds: 20 times in ten minutes.
    private static AlertRule ScalerFailing(AlertedModel model) => new()
    {
        Name = "KedaScalerFailing",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Labels = model.Labels,
        Expression = KedaMetrics.ScalerErrors.Increase(Window.Minutes(10), Matcher.Is("exported_namespace", model.Namespace), Matcher.Is("scaledObject", model.Name)).Sum("scaler") >= 5,
        Summary = $"KEDA can't ask what {model.Name} is scaled by: {{{{ $labels.scaler }}}}",
        Description = $"About {{{{ $value | humanize }}}} of 20 attempts failed in the last ten minutes; below 5 it goes on by itself. {model.Name} keeps its replicas, or gets those of its fallback, and doesn't wake while it sleeps.",
        Runbook = _runbook,
    };
}
