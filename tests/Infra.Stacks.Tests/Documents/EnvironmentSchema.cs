using Infra.Core.Configuration;
using Newtonsoft.Json.Linq;

namespace Infra.Stacks.Tests.Documents;

/// <summary>
/// The JSON Schema of <c>Pulumi.&lt;environment&gt;.yaml</c>. Draft 7, because installed YAML language servers know it:
/// 1.19 no later one, 1.25 also 2020-12, of which nothing is needed here. Without references, beside which draft 7
/// ignores descriptions and defaults.
/// </summary>
internal static class EnvironmentSchema
{
    public const string File = "docs/pulumi-environment.schema.json";

    private static readonly (string Key, string Description)[] _pulumiKeys =
    [
        ("environment", "Pulumi ESC environments that the stack imports. The embedded preview doesn't ask ESC."),
        ("secretsprovider", "Pulumi's: what encrypts the secrets of this file."),
        ("encryptionsalt", "Pulumi's: salt of the passphrase that encrypts the secrets of this file."),
        ("encryptedkey", "Pulumi's: the encrypted key of the secrets of this file."),
    ];

    public static string Text { get; } = Root().ToString(Newtonsoft.Json.Formatting.Indented).ReplaceLineEndings("\n") + "\n";

    private static JObject Root() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$comment"] = "Generated from stacks/Infra.Stacks/Configuration; CONTRIBUTING.md, \"Add a configuration key\", says how.",
        ["title"] = "Environment of gpu-inference",
        ["description"] = "An environment: Pulumi.<environment>.yaml. './run config check <environment>' also checks what needs more than one key to judge.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JArray("config"),
        ["properties"] = new JObject(
            _pulumiKeys.Select(key => new JProperty(key.Key, new JObject { ["description"] = key.Description })).Prepend(new JProperty("config", Config()))),
    };

    private static JProperty Secret(SecretKey secret) => new(TopLevel.FullName(secret), new JObject
    {
        ["description"] = secret.Meaning,
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JArray("secure"),
        ["properties"] = new JObject { ["secure"] = new JObject { ["description"] = "The encrypted value, as Pulumi writes it.", ["type"] = "string" } },
    });

    private static JObject Config() => new()
    {
        ["description"] = "Configuration keys with their namespace. Those of this project begin with gpu-inference:, and others, such as pulumi:, aws: and kubernetes:, are not checked here.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JArray(TopLevel.Keys.Where(key => key.IsRequired).Select(TopLevel.FullName)),
        // Null is no value of a top-level key: Pulumi hands it over as text.
        ["properties"] = new JObject(
            TopLevel.Keys.Select(key => new JProperty(TopLevel.FullName(key), ValueSchema.OfKey(key, mayBeNull: false))).Concat(SecretKey.All.Select(Secret))),
        ["patternProperties"] = new JObject { [$"^(?!{PlatformSettings.ConfigNamespace}:)[^:]+:.+$"] = new JObject { ["description"] = "A key of another namespace." } },
    };
}
