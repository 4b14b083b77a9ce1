namespace Infra.Planning.Json;

/// <summary>The keys of the document, in the order in which they are written.</summary>
internal static class PlanKeys
{
    public const string SchemaVersion = "schemaVersion";
    public const string Project = "project";
    public const string Stack = "stack";
    public const string Resources = "resources";

    public const string Urn = "urn";
    public const string Type = "type";
    public const string Name = "name";
    public const string Parent = "parent";
    public const string Provider = "provider";
    public const string Id = "id";
    public const string Inputs = "inputs";
    public const string Dependencies = "dependencies";
    public const string Options = "options";
    public const string Outputs = "outputs";

    public const string Protect = "protect";
    public const string RetainOnDelete = "retainOnDelete";
    public const string DeleteBeforeReplace = "deleteBeforeReplace";
    public const string IgnoreChanges = "ignoreChanges";
    public const string ReplaceOnChanges = "replaceOnChanges";
    public const string ReplaceWith = "replaceWith";
    public const string HideDiffs = "hideDiffs";
    public const string AdditionalSecretOutputs = "additionalSecretOutputs";
    public const string Aliases = "aliases";
    public const string DeletedWith = "deletedWith";
    public const string Version = "version";
    public const string PluginDownloadUrl = "pluginDownloadURL";
    public const string Import = "import";
    public const string CustomTimeouts = "customTimeouts";
    public const string Create = "create";
    public const string Update = "update";
    public const string Delete = "delete";

    public const string Path = "path";
    public const string Sha256 = "sha256";
    public const string Text = "text";
    public const string Uri = "uri";
    public const string Assets = "assets";

    public static IReadOnlyList<string> OfPlan { get; } = [SchemaVersion, Project, Stack, Resources];

    public static IReadOnlyList<string> OfResource { get; } =
        [Urn, Type, Name, Parent, Provider, Id, Inputs, Dependencies, Options, Outputs];

    public static IReadOnlyList<string> OfOptions { get; } =
    [
        Protect, RetainOnDelete, DeleteBeforeReplace, IgnoreChanges, ReplaceOnChanges, ReplaceWith,
        HideDiffs, AdditionalSecretOutputs, Aliases, DeletedWith, Version, PluginDownloadUrl, Import, CustomTimeouts,
    ];

    public static IReadOnlyList<string> OfTimeouts { get; } = [Create, Update, Delete];
}
