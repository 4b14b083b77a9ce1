using System.Collections.Immutable;
using Infra.Components.Security.ExternalSecrets;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>A Secret that External Secrets makes for models and jobs, which name it in <c>environmentSecret</c>. They see what was renewed when they start again.</summary>
public sealed record ExternalSecretConfig : IConfigRules
{
    /// <summary>Name of the Secret.</summary>
    [SecretByMistake]
    [Matches(NamePattern, NameWords)]
    public required string Name { get; init; }

    /// <summary>Name of the tenant in whose namespace it is made. Default: none, and it stands in the environment's own namespace.</summary>
    public string? Tenant { get; init; }

    /// <summary>Name of an entry that is a JSON object: each of its properties becomes a key. Default: none.</summary>
    [Matches(ExternalEntryConfig.EntryPattern, ExternalEntryConfig.EntryWords)]
    public string? Entry { get; init; }

    /// <summary>Keys of the Secret, one by one. Default: none.</summary>
    public ImmutableArray<ExternalKeyConfig> Keys { get; init; } = [];

    /// <summary>Form of the name of a Secret.</summary>
    internal const string NamePattern = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";

    /// <summary>The same in words.</summary>
    internal const string NameWords = "a lower-case name of letters, digits, '-' and '.'";

    /// <summary>Names of the entries that it is made of.</summary>
    internal IEnumerable<string> Entries => Entry is null ? Keys.Select(key => key.Entry) : [Entry];

    /// <summary>What becomes what, in the form of the components.</summary>
    internal ImmutableSortedDictionary<string, ExternalEntryArgs> ToEntries() =>
        Keys.ToImmutableSortedDictionary(key => key.Key, key => new ExternalEntryArgs { Entry = key.Entry, Property = key.Property }, StringComparer.Ordinal);

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Entry is null == Keys.IsEmpty)
        {
            problems.Add(path, Entry is null ? "says of nothing what it is made of; name an entry that is a JSON object, or keys" : "has an entry and keys; remove one of the two");
        }

        for (var i = 0; i < Keys.Length; i++)
        {
            if (Keys.Take(i).Any(other => other.Key == Keys[i].Key))
            {
                problems.Add(ConfigPath.Key(ConfigPath.Index(ConfigPath.Key(path, "keys"), i), "key"), $"{Shown.Quoted(Keys[i].Key)} is there already; name a key once");
            }
        }
    }
}

/// <summary>A key of such a Secret.</summary>
public sealed record ExternalKeyConfig
{
    /// <summary>The key: name of the environment variable.</summary>
    [Matches("[A-Za-z_][A-Za-z0-9_]*", "a name of letters, digits and '_'")]
    public required string Key { get; init; }

    /// <summary>Name of the entry that has the value.</summary>
    [Matches(ExternalEntryConfig.EntryPattern, ExternalEntryConfig.EntryWords)]
    public required string Entry { get; init; }

    /// <summary>Property of the JSON object that the entry is. Default: none, the entry is the value itself.</summary>
    [NonEmpty]
    public string? Property { get; init; }
}
