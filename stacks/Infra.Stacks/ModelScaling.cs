using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>What the scaling of models needs of the environment.</summary>
internal static class ModelScaling
{
    /// <summary>Whether KEDA scales the model.</summary>
    public static bool NeedsKeda(ModelConfig model) => model.Backend != ServingBackend.Ray
        && model.Autoscaling?.ToSpec() is { } spec
        && (spec.Activation is not null || !spec.Metrics.All(ScalingMetrics.IsResource));

    /// <summary>Whether KEDA asks Prometheus for it.</summary>
    public static bool AsksPrometheus(ModelConfig model) => NeedsKeda(model)
        && model.Autoscaling!.ToSpec() is var spec
        && (spec.Activation is ActivationSignal.Query || !spec.Metrics.All(ScalingMetrics.IsResource));

    /// <summary>ARNs of the queues that wake models.</summary>
    public static IEnumerable<string> Queues(PlatformSettings settings) =>
        settings.Models.Where(NeedsKeda).Select(model => model.Autoscaling!.Activation?.Queue?.Arn).OfType<string>().Distinct(StringComparer.Ordinal);
}
