using System.Collections;
using System.Text.RegularExpressions;
using Infra.Core.Configuration;
using Newtonsoft.Json.Linq;

namespace Infra.Stacks.Tests.Documents;

/// <summary>The default of a key, from the record's initialiser; the documentation may add words, but not another value.</summary>
internal static partial class Defaults
{
    /// <summary>The value as a file would have it; null where there is none, or where it is a record with defaults of its own.</summary>
    public static JToken? Json(ConfigKey key) => (key.IsRequired ? null : key.Default, key.Shape) switch
    {
        (null, _) or (_, ConfigShape.Record) => null,
        (IEnumerable and not string, ConfigShape.List) => new JArray(),
        (IEnumerable and not string, ConfigShape.Map) => new JObject(),
        ({ } value, ConfigShape.OneOf { Choices: var choices }) => choices.Single(choice => choice.Member == value.ToString()).Written,
        ({ } value, ConfigShape.Scalar) => value.ToString(),
        ({ } value, _) => JToken.FromObject(value),
    };

    /// <summary>The default as Markdown, and what the documentation says beside it.</summary>
    public static (string Default, string Meaning) Words(ConfigKey key, string documentation)
    {
        var sentence = Sentence().Match(documentation);
        var meaning = (documentation[..sentence.Index] + documentation[(sentence.Index + sentence.Length)..]).Trim();
        var words = sentence.Groups["words"].Value;
        return key.IsRequired
            ? ("**required**", documentation)
            : (Json(key) is JValue { Value: not "" } value ? Beside(key, Written(value), words) : words.Length > 0 ? words : Nothing(key), meaning);
    }

    private static string Beside(ConfigKey key, string value, string words)
    {
        var bare = words.Replace("`", "", StringComparison.Ordinal);
        return words.Length == 0 || bare == value ? $"`{value}`"
            : bare.StartsWith(value, StringComparison.Ordinal) && !char.IsLetterOrDigit(bare[value.Length]) ? $"`{value}`{words[value.Length..]}"
            : throw new InvalidOperationException($"{key.Property.DeclaringType!.Name}.{key.Property.Name} is {value} by default, but its comment says '{words}'.");
    }

    private static string Nothing(ConfigKey key) => (key.Default, key.Shape) switch
    {
        (null, _) => "none",
        (_, ConfigShape.Record) => "its keys' defaults",
        _ => "empty",
    };

    // JSON's notation: true rather than True.
    private static string Written(JValue value) => value.Type == JTokenType.String ? (string)value! : value.ToString(Newtonsoft.Json.Formatting.None);

    [GeneratedRegex(@"Default: (?<words>.+?)\.(?: |$)")]
    private static partial Regex Sentence();
}
