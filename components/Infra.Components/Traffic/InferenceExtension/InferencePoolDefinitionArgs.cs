using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Traffic.InferenceExtension;

/// <summary>Inputs of <see cref="InferencePoolDefinition"/>.</summary>
public sealed class InferencePoolDefinitionArgs() : CustomResourceArgs("apiextensions.k8s.io/v1", "CustomResourceDefinition")
{
    /// <summary>The definition.</summary>
    [Input("spec", required: true)]
    public required Input<DefinitionSpecArgs> Spec { get; init; }

    /// <summary>The definition of InferencePools.</summary>
    public static InferencePoolDefinitionArgs Create() => new()
    {
        Metadata = new ObjectMetaArgs
        {
            Name = $"{InferencePoolKind.Plural}.{InferencePoolKind.Group}",
            // The API server refuses a definition in a group of Kubernetes without it.
            Annotations = { ["api-approved.kubernetes.io"] = "https://github.com/kubernetes-sigs/gateway-api-inference-extension/pull/1173" },
        },
        Spec = new DefinitionSpecArgs
        {
            Group = InferencePoolKind.Group,
            Scope = "Namespaced",
            Names = new DefinitionNamesArgs { Kind = InferencePoolKind.Kind, ListKind = "InferencePoolList", Plural = InferencePoolKind.Plural, Singular = "inferencepool", ShortNames = { "infpool" } },
            Versions =
            {
                new DefinitionVersionArgs
                {
                    Name = InferencePoolKind.Version,
                    Served = true,
                    Storage = true,
                    Schema = new DefinitionSchemaArgs { OpenAPIV3Schema = InferencePoolSchema.Create() },
                    Subresources = new DefinitionSubresourcesArgs(),
                },
            },
        },
    };
}

/// <summary>Specification of a definition.</summary>
public sealed class DefinitionSpecArgs : ResourceArgs
{
    /// <summary>Group of the kind.</summary>
    [Input("group", required: true)]
    public required Input<string> Group { get; init; }

    /// <summary>Whether its objects are in namespaces.</summary>
    [Input("scope", required: true)]
    public required Input<string> Scope { get; init; }

    /// <summary>What the kind is called.</summary>
    [Input("names", required: true)]
    public required Input<DefinitionNamesArgs> Names { get; init; }

    /// <summary>Its versions.</summary>
    [Input("versions", required: true)]
    public InputList<DefinitionVersionArgs> Versions { get; init; } = new();
}

/// <summary>What a kind is called.</summary>
public sealed class DefinitionNamesArgs : ResourceArgs
{
    /// <summary>The kind.</summary>
    [Input("kind", required: true)]
    public required Input<string> Kind { get; init; }

    /// <summary>Kind of a list of them.</summary>
    [Input("listKind", required: true)]
    public required Input<string> ListKind { get; init; }

    /// <summary>Name in URLs.</summary>
    [Input("plural", required: true)]
    public required Input<string> Plural { get; init; }

    /// <summary>Name of one.</summary>
    [Input("singular", required: true)]
    public required Input<string> Singular { get; init; }

    /// <summary>Names for kubectl.</summary>
    [Input("shortNames")]
    public InputList<string> ShortNames { get; init; } = new();
}

/// <summary>A version of a kind.</summary>
public sealed class DefinitionVersionArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Whether the API has it.</summary>
    [Input("served", required: true)]
    public required Input<bool> Served { get; init; }

    /// <summary>Whether objects are kept in it.</summary>
    [Input("storage", required: true)]
    public required Input<bool> Storage { get; init; }

    /// <summary>What its objects look like.</summary>
    [Input("schema", required: true)]
    public required Input<DefinitionSchemaArgs> Schema { get; init; }

    /// <summary>What its objects have beside themselves.</summary>
    [Input("subresources", required: true)]
    public required Input<DefinitionSubresourcesArgs> Subresources { get; init; }
}

/// <summary>What objects look like.</summary>
public sealed class DefinitionSchemaArgs : ResourceArgs
{
    /// <summary>The schema.</summary>
    [Input("openAPIV3Schema", required: true)]
    public required Input<SchemaArgs> OpenAPIV3Schema { get; init; }
}

/// <summary>What objects have beside themselves: here a status that controllers write.</summary>
public sealed class DefinitionSubresourcesArgs : ResourceArgs
{
    /// <summary>The status, an empty object.</summary>
    [Input("status", required: true)]
    public InputMap<string> Status { get; init; } = new();
}
