using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Serving;

/// <summary>The series of one model, before it is known in which namespace the model runs.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="Matchers">Labels by which the model is known.</param>
public sealed record ModelSeries<TMetric>(TMetric Metric, ImmutableArray<Matcher> Matchers)
    where TMetric : Metric
{
    /// <summary>
    /// The same in one namespace. Two namespaces may serve models of one name; <c>namespace</c> is a label that the Prometheus operator puts on whatever a
    /// ServiceMonitor scrapes.
    /// </summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    public IEnumerable<Matcher> In(string namespaceName) => [Matcher.Is(TargetLabels.Namespace, namespaceName), .. Matchers];

    /// <summary>The series of one instance's pods alone, where another instance answers for the same name.</summary>
    /// <param name="instance">The instance.</param>
    public ModelSeries<TMetric> Of(string instance) => Matchers.Any(matcher => matcher.Label == TargetLabels.ModelInstance)
        ? this
        : this with { Matchers = [ModelPods.Of(instance), .. Matchers] };
}
