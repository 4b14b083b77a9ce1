using System;
using System.Text.RegularExpressions;
using Pulumi.SchemaGenerator.Json;

namespace Pulumi.SchemaGenerator.Model;

/// <summary><c>package:module:Name</c>; <see cref="Module"/> is what the schema's <c>meta.moduleFormat</c> makes of the middle part.</summary>
internal sealed record Token(string Text, string Module, string Name)
{
    public static Token Parse(string text, string moduleFormat, JsonNode node)
    {
        var parts = text.Split(':');
        if (parts.Length != 3 || parts[0].Length == 0 || parts[2].Length == 0)
        {
            throw new SchemaException(node, $"'{text}' is not a token of the form package:module:Name.");
        }

        var match = Regex.Match(parts[1], $"^{moduleFormat}$");
        var module = match.Success ? match.Groups[1].Value : parts[1];
        return new Token(text, module == "index" ? "" : module, Naming.Pascal(parts[2]));
    }
}
