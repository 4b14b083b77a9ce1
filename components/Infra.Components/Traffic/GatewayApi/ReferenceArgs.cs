using Pulumi;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary>A reference to an object of some kind in the same namespace, or without one.</summary>
public sealed class ObjectReferenceArgs : ResourceArgs
{
    /// <summary>API group.</summary>
    [Input("group", required: true)]
    public required Input<string> Group { get; init; }

    /// <summary>Kind.</summary>
    [Input("kind", required: true)]
    public required Input<string> Kind { get; init; }

    /// <summary>Name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}

/// <summary>A reference to a Secret in the same namespace.</summary>
public sealed class SecretReferenceArgs : ResourceArgs
{
    /// <summary>Name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}

/// <summary>The listener of a gateway that a route belongs to.</summary>
public sealed class ParentReferenceArgs : ResourceArgs
{
    /// <summary>Name of the gateway.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Namespace of the gateway. Default: the route's own.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; init; }

    /// <summary>Name of the listener.</summary>
    [Input("sectionName", required: true)]
    public required Input<string> SectionName { get; init; }
}

/// <summary>A Service, or something else, that gets a share of a route's requests.</summary>
public sealed class BackendReferenceArgs : ResourceArgs
{
    /// <summary>Its API group. Default: that of Services.</summary>
    [Input("group")]
    public Input<string>? Group { get; init; }

    /// <summary>Its kind. Default: Service.</summary>
    [Input("kind")]
    public Input<string>? Kind { get; init; }

    /// <summary>Its name, in the route's namespace.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Its port; an InferencePool has one of its own.</summary>
    [Input("port")]
    public Input<int>? Port { get; init; }

    /// <summary>Its share in proportion to the sum of all.</summary>
    [Input("weight", required: true)]
    public required Input<int> Weight { get; init; }
}
