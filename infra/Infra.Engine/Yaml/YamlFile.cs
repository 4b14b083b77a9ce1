using System.Text;
using Infra.Core.Configuration;

namespace Infra.Engine.Yaml;

/// <summary>Reads the mapping that a Pulumi file consists of; whatever stands in the way becomes a problem.</summary>
internal static class YamlFile
{
    /// <summary>The path of a problem that concerns the file as a whole.</summary>
    public const string WholeFile = "file";

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's text; null after a problem was added.</summary>
    public static string? ReadText(string path, ConfigProblems problems)
    {
        try
        {
            return File.ReadAllText(path, _strict);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(WholeFile, "not UTF-8 text; save it as UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(WholeFile, $"can't be read; {e.Message}");
        }

        return null;
    }

    /// <summary>The properties at the top; none for an empty file, null after a problem was added.</summary>
    public static IReadOnlyList<YamlProperty>? ReadMapping(string text, ConfigProblems problems)
    {
        try
        {
            // Pulumi strips a byte order mark before it parses.
            switch (YamlComposer.Compose(text.TrimStart('\uFEFF'), (mark, message) => problems.Add(mark.ToString(), message)))
            {
                case null or YamlScalar { Kind: ScalarKind.Null }:
                    return [];
                case YamlMapping mapping:
                    return mapping.Properties;
                case var other:
                    problems.Add(other.Mark.ToString(), $"{Describe(other)} was found; keys with values are required");
                    return null;
            }
        }
        catch (YamlDocumentException e)
        {
            problems.Add(e.Mark.ToString(), e.Message);
            return null;
        }
    }

    public static string Describe(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar { Kind: ScalarKind.Null } => "nothing",
        YamlScalar { Kind: ScalarKind.String, Text: var text } => $"the text {Shown.Quoted(text)}",
        YamlScalar { Text: var text } => text,
        _ => node.GetType().Name,
    };
}
