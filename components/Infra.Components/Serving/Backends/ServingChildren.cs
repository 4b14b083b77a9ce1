using Infra.Components.Shared;
using Pulumi;

namespace Infra.Components.Serving.Backends;

/// <summary>Options of the resources that a backend declares.</summary>
/// <param name="component">Their parent.</param>
/// <param name="options">The component's own options.</param>
/// <param name="before">Children without which no pod may start: service account, configuration, network policy.</param>
internal sealed class ServingChildren(ComponentResource component, ComponentResourceOptions? options, params Resource[] before)
{
    /// <summary>For what makes pods: after all that these need, in the component and outside.</summary>
    public CustomResourceOptions Workload(params Resource[] dependsOn) => Children.Root(component, options, [.. before, .. dependsOn]);

    /// <summary>For everything else.</summary>
    public CustomResourceOptions Of(params Resource[] dependsOn) => Children.Of(component, dependsOn);
}
