using Infra.Components.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Explaining;

/// <summary>How many replicas a model has, who counts them, and how fast they come and go.</summary>
internal static class ScalingExplanation
{
    /// <summary>Replicas, and windows where somebody scales.</summary>
    public static IEnumerable<ExplanationSection> Of(ModelConfig model, ServingFacts facts)
    {
        yield return new ExplanationSection("Replicas", [.. Replicas(facts.Scaler, model.Autoscaling?.ToSpec())]);
        if (facts.Windows is { } windows)
        {
            yield return new ExplanationSection("Scaling", [.. Figures(facts.Scaler, windows).Select(figure => new ExplanationLine(figure.Key, figure.Value, figure.Unit, $"{figure.Formula} ({figure.Bounds})"))]);
        }
    }

    private static IEnumerable<ExplanationLine> Replicas(ScalerPlan plan, AutoscalingSpec? spec)
    {
        if (plan is ScalerPlan.Fixed { Replicas: var number })
        {
            return [new("replicas", number, "", "fixed: the model has no autoscaling")];
        }

        return
        [
            ExplanationLine.Of("by", Name(plan)),
            new("min", spec!.Min, "", spec.OfficeHours is null ? "" : "within the office hours"),
            new("max", spec.Max, "", ""),
            .. spec.Targets.Select(target => new ExplanationLine(ScalingMetrics.Key(target.Metric), (decimal)target.Value, "", "target of one replica")),
            .. spec.Queries.Select(query => new ExplanationLine(query.Name, (decimal)query.Target, "", $"target of one replica; {query.Query}")),
        ];
    }

    private static string Name(ScalerPlan plan) => plan switch
    {
        ScalerPlan.Hpa => "HorizontalPodAutoscaler",
        ScalerPlan.ScaledObject => "ScaledObject of KEDA",
        _ => "Ray Serve and the autoscaler of its cluster",
    };

    // What has no effect isn't written, and isn't explained.
    private static IEnumerable<ScalingFigure> Figures(ScalerPlan plan, ScalingWindows windows) => plan switch
    {
        ScalerPlan.ScaledObject { Min: 0 } => [.. windows.Hpa.Figures, .. windows.Keda.Figures],
        ScalerPlan.RayServe => windows.Ray.Figures,
        _ => windows.Hpa.Figures,
    };
}
