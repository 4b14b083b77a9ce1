using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core.Serving;

namespace Infra.Components.Serving;

/// <summary>Labels of all objects of one model.</summary>
/// <param name="runtime">Its server.</param>
/// <param name="model">Its name.</param>
/// <param name="component">What its pods are.</param>
internal sealed class ServingLabels(RuntimeSpec runtime, string model, string component = ServingLabels.Inference)
{
    /// <summary>What pods are, where nobody else says it of them.</summary>
    public const string Inference = "inference";

    /// <summary>Labels that select the model's pods; a Deployment's selector can't change later.</summary>
    public ImmutableDictionary<string, string> Selector { get; } = ManagedBy.Selector(model, component);

    /// <summary>All labels.</summary>
    public ImmutableDictionary<string, string> All { get; } = ManagedBy.Labels(runtime.Name, model, component);

    /// <summary>Labels of objects that the Prometheus operator has to find; its own win over ours of the same key.</summary>
    public ImmutableDictionary<string, string> FoundBy(MonitoringArgs monitoring) => All.SetItems(monitoring.SelectorLabels);
}
