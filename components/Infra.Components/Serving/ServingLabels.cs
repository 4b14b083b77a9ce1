using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core.Serving;

namespace Infra.Components.Serving;

/// <summary>Labels of all objects of one model.</summary>
internal sealed class ServingLabels(RuntimeSpec runtime, string model)
{
    /// <summary>Labels that select the model's pods; a Deployment's selector can't change later.</summary>
    public ImmutableDictionary<string, string> Selector { get; } = ManagedBy.Selector(runtime.Name, model);

    /// <summary>All labels.</summary>
    public ImmutableDictionary<string, string> All { get; } = ManagedBy.Labels(runtime.Name, model, "inference");
}
