using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Planning.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Engine.StackReferences;

/// <summary>Reads the outputs of a stack from what <c>pulumi stack export</c> wrote.</summary>
public static class StackExportReader
{
    /// <summary>The version of the document that Pulumi writes.</summary>
    private const int Version = 3;
    private const int MaxDepth = 256;

    /// <param name="stack">The whole name of the stack that the document must be of: <c>organization/project/stack</c>.</param>
    /// <returns>The outputs as the engine's value trees; none where nothing was deployed.</returns>
    /// <exception cref="StackExportException">The text is no export, or of another stack.</exception>
    public static ImmutableDictionary<string, object?> Read(TextReader reader, string stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        if (Parse(reader) is not JObject export || export["deployment"] is not JObject deployment)
        {
            throw new StackExportException("", "the key 'deployment' is missing; this is not what 'pulumi stack export' writes");
        }

        if (export["version"] is not JValue { Value: long version } || version != Version)
        {
            throw new StackExportException("version", $"found {Shown.Line(export["version"]?.ToString(Formatting.None) ?? "nothing")}; this program reads version {Version}");
        }

        if (deployment["resources"] is not { Type: not JTokenType.Null } resources || resources is JArray { Count: 0 })
        {
            return ImmutableDictionary<string, object?>.Empty;
        }

        var root = resources.OfType<JObject>().FirstOrDefault(static resource => (resource["type"] as JValue)?.Value is WellKnownTypes.Stack)
            ?? throw new StackExportException(resources.Path, "there is no stack among the resources");
        RequireStack(root, stack);
        return root["outputs"] switch
        {
            null or { Type: JTokenType.Null } => ImmutableDictionary<string, object?>.Empty,
            JObject outputs => outputs.Properties().ToImmutableDictionary(static output => output.Name, static output => ExportedValue.Read(output.Value), StringComparer.Ordinal),
            var other => throw new StackExportException(other.Path, "an object is required"),
        };
    }

    private static void RequireStack(JObject root, string stack)
    {
        if (!Urn.TryParse((root["urn"] as JValue)?.Value as string, out var urn))
        {
            throw new StackExportException($"{root.Path}.urn", "a URN is required: urn:pulumi:STACK::PROJECT::TYPE::NAME");
        }

        if (!stack.EndsWith($"/{urn.Project}/{urn.Stack}", StringComparison.Ordinal))
        {
            throw new StackExportException($"{root.Path}.urn", $"the export is of the stack {Shown.Quoted($"{urn.Project}/{urn.Stack}")}, not of {Shown.Quoted(stack)}");
        }
    }

    private static JToken Parse(TextReader reader)
    {
        try
        {
            using var json = new JsonTextReader(reader) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxDepth, CloseInput = false };
            return JToken.ReadFrom(json, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
        }
        catch (JsonReaderException e)
        {
            throw new StackExportException(e.Path ?? "", $"not JSON at line {Math.Max(e.LineNumber, 1)}, column {Math.Max(e.LinePosition, 1)}");
        }
    }
}
