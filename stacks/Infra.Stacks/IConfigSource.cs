namespace Infra.Stacks;

/// <summary>Where the configuration of an environment is read from, key by key.</summary>
public interface IConfigSource
{
    /// <summary>The value of a key of the project's namespace, structured values as JSON text; null where it isn't set.</summary>
    string? Get(string key);

    /// <summary>Whether the key has a value that only Pulumi can decrypt; <see cref="Get"/> isn't asked for it then.</summary>
    bool IsEncrypted(string key);

    /// <summary>All keys of the project's namespace; null where they can't be listed (<c>Pulumi.Config</c> can't).</summary>
    IReadOnlyCollection<string>? Keys { get; }
}
