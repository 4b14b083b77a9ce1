using Infra.Components.Shared;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary>Inputs of <see cref="ExternalSecret"/>.</summary>
public sealed class ExternalSecretArgs() : CustomResourceArgs("external-secrets.io/v1", "ExternalSecret")
{
    /// <summary>What becomes what.</summary>
    [Input("spec", required: true)]
    public required Input<ExternalSecretSpecArgs> Spec { get; init; }

    /// <summary>A Secret of the store that the stack declares.</summary>
    /// <param name="secretName">Name of the Secret, and of the object.</param>
    /// <param name="namespaceName">Its namespace.</param>
    /// <param name="entry">The entry of the store.</param>
    /// <param name="key">Key of the value in the Secret; null where the entry is a JSON object whose properties become keys.</param>
    /// <param name="type">Type of the Secret; null for Kubernetes' own default.</param>
    public static ExternalSecretArgs Of(string secretName, Input<string> namespaceName, ExternalEntryArgs entry, string? key, string? type = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var spec = SpecOf(secretName, type);
        if (key is null)
        {
            spec.DataFrom = new InputList<ExternalSecretSourceArgs> { new ExternalSecretSourceArgs { Extract = Entry(entry) } };
        }
        else
        {
            spec.Data = new InputList<ExternalSecretDataArgs> { Data(key, entry) };
        }

        return Of(secretName, namespaceName, spec);
    }

    /// <summary>A Secret of several entries.</summary>
    /// <param name="secretName">Name of the Secret, and of the object.</param>
    /// <param name="namespaceName">Its namespace.</param>
    /// <param name="entries">The entries, by the key that each becomes.</param>
    public static ExternalSecretArgs Of(string secretName, Input<string> namespaceName, IReadOnlyDictionary<string, ExternalEntryArgs> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var spec = SpecOf(secretName, type: null);
        spec.Data = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => Data(entry.Key, entry.Value)).ToArray();
        return Of(secretName, namespaceName, spec);
    }

    private static ExternalSecretSpecArgs SpecOf(string secretName, string? type) => new()
    {
        SecretStoreRef = new SecretStoreRefArgs { Name = ExternalSecretsOperator.StoreName, Kind = "ClusterSecretStore" },
        // The operator's default: named after the object, and gone with it.
        Target = new ExternalSecretTargetArgs
        {
            Name = secretName,
            // Without data of its own the template says the type only (external-secrets v2.9.0, ApplyTemplate).
            Template = type is null ? null : (Input<ExternalSecretTemplateArgs>)new ExternalSecretTemplateArgs { Type = type },
        },
    };

    private static ExternalSecretArgs Of(string secretName, Input<string> namespaceName, ExternalSecretSpecArgs spec) => new()
    {
        Metadata = new ObjectMetaArgs
        {
            Name = secretName,
            Namespace = namespaceName,
            Labels = ManagedBy.Owned,
            // Pulumi knows nothing of this kind by itself: the Secret is there once it is ready.
            Annotations = new InputMap<string> { ["pulumi.com/waitFor"] = "condition=Ready" },
        },
        Spec = spec,
    };

    private static ExternalSecretDataArgs Data(string key, ExternalEntryArgs entry) => new() { SecretKey = key, RemoteRef = Entry(entry) };

    private static RemoteEntryArgs Entry(ExternalEntryArgs entry) => new() { Key = entry.Entry, Property = entry.Property is { } property ? (Input<string>)property : null };
}

/// <summary>Specification of an <see cref="ExternalSecret"/>.</summary>
public sealed class ExternalSecretSpecArgs : ResourceArgs
{
    /// <summary>The store.</summary>
    [Input("secretStoreRef", required: true)]
    public required Input<SecretStoreRefArgs> SecretStoreRef { get; init; }

    /// <summary>The Secret.</summary>
    [Input("target", required: true)]
    public required Input<ExternalSecretTargetArgs> Target { get; init; }

    /// <summary>Its keys, one by one.</summary>
    [Input("data")]
    public InputList<ExternalSecretDataArgs>? Data { get; set; }

    /// <summary>Entries that are JSON objects and become one key for each property.</summary>
    [Input("dataFrom")]
    public InputList<ExternalSecretSourceArgs>? DataFrom { get; set; }
}

/// <summary>A store by its name.</summary>
public sealed class SecretStoreRefArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Its kind.</summary>
    [Input("kind", required: true)]
    public required Input<string> Kind { get; init; }
}

/// <summary>The Secret that the operator makes.</summary>
public sealed class ExternalSecretTargetArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>What it looks like.</summary>
    [Input("template")]
    public Input<ExternalSecretTemplateArgs>? Template { get; init; }
}

/// <summary>What a Secret looks like.</summary>
public sealed class ExternalSecretTemplateArgs : ResourceArgs
{
    /// <summary>Its type.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }
}

/// <summary>A key of the Secret.</summary>
public sealed class ExternalSecretDataArgs : ResourceArgs
{
    /// <summary>The key.</summary>
    [Input("secretKey", required: true)]
    public required Input<string> SecretKey { get; init; }

    /// <summary>Where its value is.</summary>
    [Input("remoteRef", required: true)]
    public required Input<RemoteEntryArgs> RemoteRef { get; init; }
}

/// <summary>Where many keys of the Secret are.</summary>
public sealed class ExternalSecretSourceArgs : ResourceArgs
{
    /// <summary>The entry.</summary>
    [Input("extract", required: true)]
    public required Input<RemoteEntryArgs> Extract { get; init; }
}

/// <summary>An entry of the store.</summary>
public sealed class RemoteEntryArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("key", required: true)]
    public required Input<string> Key { get; init; }

    /// <summary>Property of the JSON object that it is.</summary>
    [Input("property")]
    public Input<string>? Property { get; init; }
}
