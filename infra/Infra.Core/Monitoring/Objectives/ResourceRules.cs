using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>What a model has of GPUs, and what it makes of them. Of GPUs that pods share nobody can tell whose use it is.</summary>
internal static class ResourceRules
{
    private static readonly Window _window = Window.Minutes(5);

    public static IEnumerable<Rule> Of(WatchedModel model)
    {
        if (!model.HasGpus || model.Pieces is GpuPieces.Shared or GpuPieces.NotNvidia)
        {
            yield break;
        }

        yield return model.Record(RecordedSeries.Gpus, OfPods(model, matchers => GpuMetrics.MemoryUsed.Now(matchers)).Count());
        yield return model.Record(RecordedSeries.GpuUse, Use(model).Mean());
        yield return model.Record(RecordedSeries.GpuMemory, OfPods(model, GpuMetrics.MemoryShare).Max());
        if (model.Pieces != GpuPieces.Mig)
        {
            // The power of a whole GPU stands with each of its pieces.
            yield return model.Record(RecordedSeries.GpuPower, OfPods(model, matchers => GpuMetrics.Power.Now(matchers)).Sum());
        }
    }

    private static Expression Use(WatchedModel model) => model.Pieces == GpuPieces.Mig
        ? OfPods(model, matchers => GpuMetrics.EngineActive.Mean(_window, matchers))
        : OfPods(model, matchers => GpuMetrics.Utilisation.Mean(_window, matchers) / 100);

    private static Expression OfPods(WatchedModel model, Func<Matcher[], Expression> expression) => GpuMetrics.OfPods(model.Namespace, model.PodPattern, expression);
}
