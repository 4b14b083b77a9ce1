using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Traffic.InferenceExtension;

/// <summary>Inputs of <see cref="InferencePool"/>.</summary>
public sealed class InferencePoolArgs() : CustomResourceArgs($"{InferencePoolKind.Group}/{InferencePoolKind.Version}", InferencePoolKind.Kind)
{
    /// <summary>The pool.</summary>
    [Input("spec", required: true)]
    public required Input<InferencePoolSpecArgs> Spec { get; init; }
}

/// <summary>Specification of an <see cref="InferencePool"/>.</summary>
public sealed class InferencePoolSpecArgs : ResourceArgs
{
    /// <summary>Its pods.</summary>
    [Input("selector", required: true)]
    public required Input<InferencePoolSelectorArgs> Selector { get; init; }

    /// <summary>Ports of its pods that requests go to.</summary>
    [Input("targetPorts", required: true)]
    public InputList<InferencePoolPortArgs> TargetPorts { get; init; } = new();

    /// <summary>Who chooses among them.</summary>
    [Input("endpointPickerRef", required: true)]
    public required Input<EndpointPickerReferenceArgs> EndpointPickerRef { get; init; }
}

/// <summary>Pods of an <see cref="InferencePool"/>.</summary>
public sealed class InferencePoolSelectorArgs : ResourceArgs
{
    /// <summary>Labels that they have.</summary>
    [Input("matchLabels", required: true)]
    public InputMap<string> MatchLabels { get; init; } = new();
}

/// <summary>A port.</summary>
public sealed class InferencePoolPortArgs : ResourceArgs
{
    /// <summary>Its number.</summary>
    [Input("number", required: true)]
    public required Input<int> Number { get; init; }
}

/// <summary>The Service of an endpoint picker.</summary>
public sealed class EndpointPickerReferenceArgs : ResourceArgs
{
    /// <summary>Its name, in the pool's namespace.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Its port.</summary>
    [Input("port", required: true)]
    public required Input<InferencePoolPortArgs> Port { get; init; }

    /// <summary>What becomes of requests while it doesn't answer: <c>FailClose</c> refuses them.</summary>
    [Input("failureMode", required: true)]
    public required Input<string> FailureMode { get; init; }
}
