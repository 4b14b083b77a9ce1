using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.Documents;

/// <summary>The JSON Schema of a plan. The keys are the reader's; a key without a description here is an error.</summary>
internal static class PlanSchema
{
    public const string File = "docs/plan.schema.json";

    private static readonly JObject _text = new() { ["type"] = "string" };
    private static readonly JObject _flag = new() { ["type"] = "boolean" };
    private static readonly JObject _urn = Reference("urn");
    private static readonly JObject _properties = Reference("properties");
    private static readonly JObject _seconds = new() { ["type"] = "number", ["minimum"] = 0, ["exclusiveMaximum"] = TimeSpan.MaxValue.TotalSeconds };

    public static JObject Plan { get; } = Record(PlanKeys.OfPlan, PlanKeys.OfPlan, key => key switch
    {
        PlanKeys.SchemaVersion => (new JObject { ["const"] = Infra.Planning.Model.Plan.SchemaVersion }, "The version of this form. Another one is refused."),
        PlanKeys.Project => (_text, "The project: the name in Pulumi.yaml."),
        PlanKeys.Stack => (_text, "The stack: the name of the environment."),
        PlanKeys.Resources => (List(Reference("resource")), "The resources in the order of their registration; a parent comes before its children, and no URN twice."),
        _ => throw Undescribed(key),
    });

    public static JObject Resource { get; } = Record(
        PlanKeys.OfResource,
        [PlanKeys.Urn, PlanKeys.Type, PlanKeys.Name, PlanKeys.Inputs, PlanKeys.Dependencies, PlanKeys.Options],
        key => key switch
        {
            PlanKeys.Urn => (_urn, "The identity of the resource."),
            PlanKeys.Type => (_text, "The type token, which the URN has too."),
            PlanKeys.Name => (_text, "The logical name, which the URN has too."),
            PlanKeys.Parent => (_urn, "The parent; only the stack has none."),
            PlanKeys.Provider => (_urn, "The provider that manages a custom resource. Components, providers and the stack have none."),
            PlanKeys.Id => (_text, "The id of a custom resource that is only read and not managed."),
            PlanKeys.Inputs => (_properties, "What the program asks for."),
            PlanKeys.Dependencies => (List(_urn), "What must exist before, from dependsOn and from inputs."),
            PlanKeys.Options => (Reference("options"), "The resource options after inheritance; what is missing was not set."),
            PlanKeys.Outputs => (_properties, "The outputs of the stack. No other resource has them."),
            _ => throw Undescribed(key),
        });

    public static JObject Options { get; } = Record(PlanKeys.OfOptions, [], key => key switch
    {
        PlanKeys.Protect => (_flag, "Whether Pulumi refuses to delete the resource."),
        PlanKeys.RetainOnDelete => (_flag, "Whether the resource stays when Pulumi forgets it."),
        PlanKeys.DeleteBeforeReplace => (_flag, "Whether a replacement deletes the old resource first."),
        PlanKeys.IgnoreChanges => (List(_text), "Paths of inputs whose changes are ignored."),
        PlanKeys.ReplaceOnChanges => (List(_text), "Paths of inputs whose changes replace the resource."),
        PlanKeys.ReplaceWith => (List(_urn), "Resources whose replacement replaces this one."),
        PlanKeys.HideDiffs => (List(_text), "Paths of inputs whose changes are not shown."),
        PlanKeys.AdditionalSecretOutputs => (List(_text), "Names of outputs that are secret."),
        PlanKeys.Aliases => (List(_urn), "URNs that the resource had before."),
        PlanKeys.DeletedWith => (_urn, "The resource whose deletion deletes this one too."),
        PlanKeys.Version => (_text, "The version of the provider plugin."),
        PlanKeys.PluginDownloadUrl => (_text, "Where the provider plugin comes from."),
        PlanKeys.Import => (_text, "The id of the existing resource to adopt."),
        PlanKeys.CustomTimeouts => (Reference("timeouts"), "How long Pulumi waits for an operation."),
        _ => throw Undescribed(key),
    });

    public static JObject Timeouts { get; } = Record(PlanKeys.OfTimeouts, [], key => (_seconds, $"Seconds to wait for the {key} operation."));

    public static string Text { get; } = Root().ToString(Newtonsoft.Json.Formatting.Indented).ReplaceLineEndings("\n") + "\n";

    private static JObject Root()
    {
        var root = new JObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:gpu-inference:schema:plan:{Infra.Planning.Model.Plan.SchemaVersion}",
            ["$comment"] = "Generated: UPDATE_GOLDEN=1 ./run test --filter Documents.",
            ["title"] = "Plan of gpu-inference",
            ["description"] = "What './run preview ENVIRONMENT --json' writes and './run preview --from' reads; docs/plan.md says what a schema can't.",
        };
        root.Merge(Plan);
        root["$defs"] = new JObject
        {
            ["urn"] = new JObject
            {
                ["description"] = "urn:pulumi:STACK::PROJECT::TYPE::NAME, where TYPE begins with the types of all parents, joined by $.",
                ["type"] = "string",
                ["pattern"] = @"^urn:pulumi:(?:(?!::)[\s\S])+::(?:(?!::)[\s\S])+::(?:(?!::)[^$])+(?:\$(?:(?!::)[^$])+)*::[\s\S]+$",
            },
            ["resource"] = Described("A resource as the program registers it.", Resource),
            ["options"] = Described("Resource options, under Pulumi's names.", Options),
            ["timeouts"] = Described("Times in seconds.", Timeouts),
            ["unknown"] = Marker(MarkerKey.Unknown, "In the place of a value that only an update will tell."),
            ["secret"] = Marker(MarkerKey.Secret, "In the place of a value that is secret."),
            ["asset"] = Marker(MarkerKey.Asset, "In the place of a file that a provider is given.", Reference("assetContent")),
            ["archive"] = Marker(MarkerKey.Archive, "In the place of files that a provider is given as one.", Reference("archiveContent")),
            ["assetContent"] = OneOf("Where the content of an asset comes from.", LocalFile, Only(PlanKeys.Uri, _text, "Where the asset is."), Only(PlanKeys.Text, _text, "The content itself.")),
            ["archiveContent"] = OneOf(
                "Where the content of an archive comes from.",
                LocalFile,
                Only(PlanKeys.Uri, _text, "Where the archive is."),
                Only(PlanKeys.Assets, Reference("assets"), "Names in the archive to what stands there.")),
            ["assets"] = new JObject
            {
                ["description"] = "Names to assets and archives.",
                ["type"] = "object",
                ["propertyNames"] = NoMarker(),
                ["additionalProperties"] = new JObject { ["anyOf"] = new JArray(Reference("asset"), Reference("archive")) },
            },
            ["properties"] = new JObject
            {
                ["description"] = "Names to values. A name that is '$unknown', '$secret', '$asset' or '$archive', with any number of '$' in front, is written with one more '$'.",
                ["type"] = "object",
                ["propertyNames"] = NoMarker(),
                ["additionalProperties"] = Reference("value"),
            },
            ["value"] = new JObject
            {
                ["description"] = "Plain JSON, with markers at any depth.",
                ["anyOf"] = new JArray(
                    new JObject { ["type"] = new JArray("null", "boolean", "number", "string") },
                    List(Reference("value")),
                    Reference("unknown"),
                    Reference("secret"),
                    Reference("asset"),
                    Reference("archive"),
                    Reference("properties")),
            },
        };
        return root;
    }

    private static JObject Record(IEnumerable<string> keys, IEnumerable<string> required, Func<string, (JObject Schema, string Description)> describe) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JArray(required),
        ["properties"] = new JObject(keys.Select(key => new JProperty(key, Described(describe(key).Description, describe(key).Schema)))),
    };

    private static JObject LocalFile => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JArray(PlanKeys.Path),
        ["properties"] = new JObject
        {
            [PlanKeys.Path] = Described("The file, from the project's folder.", _text),
            [PlanKeys.Sha256] = Described("The hash of its bytes, in hexadecimal digits; missing where there is no such file.", _text),
        },
    };

    private static JObject NoMarker() =>
        new() { ["not"] = new JObject { ["enum"] = new JArray(MarkerKey.Unknown, MarkerKey.Secret, MarkerKey.Asset, MarkerKey.Archive) } };

    private static JObject OneOf(string description, params JObject[] schemas) => new() { ["description"] = description, ["anyOf"] = new JArray(schemas) };

    private static JObject Only(string key, JObject schema, string description) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JArray(key),
        ["properties"] = new JObject { [key] = Described(description, schema) },
    };

    private static JObject Marker(string key, string description, JObject content) => Described(description, Only(key, content, "The content."));

    private static JObject Marker(string key, string description) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JArray(key),
        ["properties"] = new JObject { [key] = new JObject { ["description"] = "Always true.", ["const"] = true } },
    };

    private static JObject Described(string description, JObject schema) => new(schema.Properties().Prepend(new JProperty("description", description)));

    private static JObject List(JObject items) => new() { ["type"] = "array", ["items"] = items.DeepClone() };

    private static JObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    private static InvalidOperationException Undescribed(string key) => new($"the key '{key}' has no description");
}
