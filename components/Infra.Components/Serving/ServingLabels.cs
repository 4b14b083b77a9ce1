using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core.Serving;

namespace Infra.Components.Serving;

/// <summary>Labels of all objects of one model.</summary>
internal sealed class ServingLabels(RuntimeSpec runtime, string model)
{
    private const string Component = "inference";

    /// <summary>Labels that select the model's pods; a Deployment's selector can't change later.</summary>
    public ImmutableDictionary<string, string> Selector { get; } = ManagedBy.Selector(model, Component);

    /// <summary>All labels.</summary>
    public ImmutableDictionary<string, string> All { get; } = ManagedBy.Labels(runtime.Name, model, Component);

    /// <summary>Labels of objects that the Prometheus operator has to find; its own win over ours of the same key.</summary>
    public ImmutableDictionary<string, string> FoundBy(MonitoringArgs monitoring) => All.SetItems(monitoring.SelectorLabels);
}
