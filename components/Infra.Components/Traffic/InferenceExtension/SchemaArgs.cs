using Pulumi;

namespace Infra.Components.Traffic.InferenceExtension;

/// <summary>
/// A part of an OpenAPI schema, as definitions of custom resources have it. Pulumi's own type has its unions of schema and JSON, which nothing here needs, and writes
/// x_kubernetes for x-kubernetes; its provider takes both (pulumi-kubernetes, provider/pkg/provider/provider.go, mapReplUnderscoreToDash).
/// </summary>
public sealed class SchemaArgs : ResourceArgs
{
    /// <summary>Type of the value.</summary>
    [Input("type")]
    public Input<string>? Type { get; init; }

    /// <summary>Its format, such as <c>int32</c>.</summary>
    [Input("format")]
    public Input<string>? Format { get; init; }

    /// <summary>What a text is where nobody says it.</summary>
    [Input("default")]
    public Input<string>? Default { get; init; }

    /// <summary>All texts that it may be.</summary>
    [Input("enum")]
    public InputList<string>? Enum { get; init; }

    /// <summary>Pattern of a text.</summary>
    [Input("pattern")]
    public Input<string>? Pattern { get; init; }

    /// <summary>Least characters of a text.</summary>
    [Input("minLength")]
    public Input<int>? MinLength { get; init; }

    /// <summary>Most characters of a text.</summary>
    [Input("maxLength")]
    public Input<int>? MaxLength { get; init; }

    /// <summary>Least number.</summary>
    [Input("minimum")]
    public Input<int>? Minimum { get; init; }

    /// <summary>Greatest number.</summary>
    [Input("maximum")]
    public Input<int>? Maximum { get; init; }

    /// <summary>Parts of an object.</summary>
    [Input("properties")]
    public InputMap<SchemaArgs>? Properties { get; init; }

    /// <summary>Parts that an object must have.</summary>
    [Input("required")]
    public InputList<string>? Required { get; init; }

    /// <summary>Values of a map.</summary>
    [Input("additionalProperties")]
    public Input<SchemaArgs>? AdditionalProperties { get; init; }

    /// <summary>Least entries of a map.</summary>
    [Input("minProperties")]
    public Input<int>? MinProperties { get; init; }

    /// <summary>Most entries of a map.</summary>
    [Input("maxProperties")]
    public Input<int>? MaxProperties { get; init; }

    /// <summary>Elements of a list.</summary>
    [Input("items")]
    public Input<SchemaArgs>? Items { get; init; }

    /// <summary>Least elements of a list.</summary>
    [Input("minItems")]
    public Input<int>? MinItems { get; init; }

    /// <summary>Most elements of a list.</summary>
    [Input("maxItems")]
    public Input<int>? MaxItems { get; init; }

    /// <summary>How lists are merged.</summary>
    [Input("x-kubernetes-list-type")]
    public Input<string>? ListType { get; init; }

    /// <summary>By what elements of merged lists are told apart.</summary>
    [Input("x-kubernetes-list-map-keys")]
    public InputList<string>? ListMapKeys { get; init; }

    /// <summary>What else must be true.</summary>
    [Input("x-kubernetes-validations")]
    public InputList<SchemaRuleArgs>? Validations { get; init; }
}

/// <summary>A rule of a <see cref="SchemaArgs"/>.</summary>
public sealed class SchemaRuleArgs : ResourceArgs
{
    /// <summary>Expression in CEL that is true of what is allowed.</summary>
    [Input("rule", required: true)]
    public required Input<string> Rule { get; init; }

    /// <summary>What the API server says otherwise.</summary>
    [Input("message", required: true)]
    public required Input<string> Message { get; init; }
}
