using System.Collections.Immutable;
using System.Text;
using Infra.Core.Configuration;

namespace Infra.Stacks.Tests.Documents;

/// <summary>The page that documents every key of the namespace.</summary>
internal static class ConfigurationPage
{
    public const string File = "docs/configuration.md";

    private const string Introduction =
        """
        # Configuration

        Everything that may stand in `Pulumi.<environment>.yaml` below `config`, in the notation of messages: `pools[].name` is the
        key `name` of every entry of `gpu-inference:pools`. Unknown keys, other types and values outside the limits are errors, and
        `./run config check <environment>` reports all of them at once, together with what needs more than one key to judge.

        Editors with the YAML language server complete and check the files by
        [pulumi-environment.schema.json](pulumi-environment.schema.json), which the first line of each file names. It wants this
        project's keys with their namespace and structured values as YAML, and leaves other namespaces (`pulumi:`, `aws:`,
        `kubernetes:`) alone.

        This page and the schema are generated from the records in `stacks/Infra.Stacks/Configuration`; edit those.

        """;

    public static string Text { get; } = (Introduction + string.Concat(TopLevel.Keys.Select(Section)) + Secrets + string.Concat(SecretKey.All.Select(secret => $"| `{TopLevel.FullName(secret)}` | secret | none | {secret.Meaning} |\n"))).ReplaceLineEndings("\n");

    private const string Secrets = "\n## Secrets\n\nEach is a key of its own: `pulumi config set --secret KEY`.\n\n| key | type | default | what it means |\n|---|---|---|---|\n";

    private static string Section(ConfigKey key)
    {
        var section = new StringBuilder($"\n## `{TopLevel.FullName(key)}`\n\n");
        if (RecordIn(key.Shape) is { } record)
        {
            section.Append(XmlDocumentation.Of(record.Type)).Append("\n\n");
        }

        section.Append("| key | type | default | what it means |\n|---|---|---|---|\n");
        foreach (var row in Rows(key, key.Name))
        {
            section.Append(row).Append('\n');
        }

        return section.ToString();
    }

    private static IEnumerable<string> Rows(ConfigKey key, string path)
    {
        var (defaults, meaning) = Defaults.Words(key, XmlDocumentation.Of(key.Property));
        var choices = key.Shape is ConfigShape.OneOf oneOf
            ? string.Concat(oneOf.Choices.Select(choice => $" `{choice.Written}`: {XmlDocumentation.OfMember(oneOf.Type, choice.Member)}"))
            : "";
        return
        [
            $"| `{path}` | {Cell(TypeOf(key.Shape, key.Constraints))} | {Cell(defaults)} | {Cell(meaning + choices)} |",
            .. (RecordIn(key.Shape)?.Keys ?? []).SelectMany(inner => Rows(inner, $"{PathOfEntries(key.Shape, path)}.{inner.Name}")),
        ];
    }

    private static string TypeOf(ConfigShape shape, ImmutableArray<ConstraintAttribute> constraints)
    {
        var ofEntries = Limits.OfEntries(shape, constraints);
        var type = shape switch
        {
            ConfigShape.Flag => "`true` or `false`",
            ConfigShape.WholeNumber => "whole number",
            ConfigShape.Number => "number",
            ConfigShape.OneOf oneOf => string.Join(" or ", oneOf.Choices.Select(choice => $"`{choice.Written}`")),
            ConfigShape.Scalar => "quantity",
            ConfigShape.List { Entries: ConfigShape.Record } => "list of objects",
            ConfigShape.List list => $"list of {TypeOf(list.Entries, ofEntries)}",
            ConfigShape.Map map => $"keys with {TypeOf(map.Entries, ofEntries)}",
            ConfigShape.Record => "object",
            _ => "text",
        };
        return Limits.Of(shape, constraints) is { Length: > 0 } limits ? $"{type}: {limits}" : type;
    }

    private static string PathOfEntries(ConfigShape shape, string path) => shape is ConfigShape.List ? $"{path}[]" : path;

    private static ConfigShape.Record? RecordIn(ConfigShape shape) =>
        shape as ConfigShape.Record ?? (shape as ConfigShape.List)?.Entries as ConfigShape.Record;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
