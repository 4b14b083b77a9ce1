namespace Infra.Planning.Model;

/// <summary>The resource options that reach Pulumi's engine; what is null or empty was not set.</summary>
public sealed record PlannedOptions
{
    public static PlannedOptions None { get; } = new();

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public ValueList<string> IgnoreChanges { get; init; } = [];

    public ValueList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Resources whose replacement replaces this one too.</summary>
    public ValueList<Urn> ReplaceWith { get; init; } = [];

    public ValueList<string> HideDiffs { get; init; } = [];

    public ValueList<string> AdditionalSecretOutputs { get; init; } = [];

    public ValueList<Urn> Aliases { get; init; } = [];

    public Urn? DeletedWith { get; init; }

    /// <summary>The version of the provider plugin.</summary>
    public string? Version { get; init; }

    public string? PluginDownloadUrl { get; init; }

    /// <summary>The id of the existing resource to adopt.</summary>
    public string? Import { get; init; }

    public PlannedTimeouts? CustomTimeouts { get; init; }
}
