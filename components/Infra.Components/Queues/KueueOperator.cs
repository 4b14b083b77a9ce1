using Infra.Components.Helm;
using Infra.Core;
using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Queues;

/// <summary>Kueue: jobs wait in a queue until what they ask for is free, all of it at once.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace namespace that holds its pods to the security level restricted
/// NAME-release   Helm release of controller, webhooks and definitions
/// </code>
/// Queues and jobs have to wait for the component: a Job that its webhook didn't see starts at once. Models are no jobs, and it doesn't look at them.
/// </remarks>
public sealed class KueueOperator : ComponentResource
{
    /// <summary>Its namespace, which the chart's own guide has too.</summary>
    public const string Namespace = "kueue-system";

    /// <summary>Declares the controller.</summary>
    public KueueOperator(string name, KueueOperatorArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.KueueOperator, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        RestrictedRelease.Create(this, name, Pins.Kueue, Namespace, KueueValues.For(args), options);
        RegisterOutputs();
    }
}
