using Infra.Components.Security.ExternalSecrets;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>An entry of AWS Secrets Manager or Parameter Store. Who made it keeps it: the stack reads it, and never writes it.</summary>
public sealed record ExternalEntryConfig
{
    /// <summary>Its name, such as <c>gpu-inference/huggingface-token</c>.</summary>
    [Matches(EntryPattern, EntryWords)]
    public required string Entry { get; init; }

    /// <summary>Property of the JSON object that the entry is. Default: none, the entry is the secret itself.</summary>
    [NonEmpty]
    public string? Property { get; init; }

    /// <summary>Form of the name of an entry.</summary>
    internal const string EntryPattern = "[A-Za-z0-9/_+=.@-]{1,512}";

    /// <summary>The same in words.</summary>
    internal const string EntryWords = "a name of letters, digits and '/', '_', '+', '=', '.', '@', '-'";

    /// <summary>The same in the form of the components.</summary>
    internal ExternalEntryArgs ToArgs() => new() { Entry = Entry, Property = Property };
}
