using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Infra.Core.Versions;

/// <summary>
/// Digests of images as registries gave them to <c>./run pins resolve</c>, which alone writes the file: by <c>REPOSITORY:TAG</c>. An image that isn't there was never asked for, and is used by its tag.
/// </summary>
public static partial class ImageDigests
{
    /// <summary>The file in the repository.</summary>
    public const string File = "infra/Infra.Core/Versions/digests.json";

    private const string Resource = "Infra.Core.Versions.digests.json";

    private static readonly Lazy<ImmutableSortedDictionary<string, string>> _known = new(Load);

    /// <summary>What is known.</summary>
    public static ImmutableSortedDictionary<string, string> Known => _known.Value;

    /// <summary>Reads the text of such a file.</summary>
    /// <exception cref="FormatException">It is no such file; the message says where and why.</exception>
    public static ImmutableSortedDictionary<string, string> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digests = Parse(text).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var wrong = digests.FirstOrDefault(entry => !IsDigest(entry.Value));
        return wrong.Key is null ? digests : throw new FormatException($"{wrong.Key}: the value is no digest; allowed: sha256: and 64 hexadecimal digits in lower case");
    }

    /// <summary>The text of the file: one line for each image, in order.</summary>
    public static string Write(IReadOnlyDictionary<string, string> digests) =>
        JsonConvert.SerializeObject(digests.ToImmutableSortedDictionary(StringComparer.Ordinal), Formatting.Indented).ReplaceLineEndings("\n") + "\n";

    /// <summary>Whether the text is a digest that a reference can have.</summary>
    public static bool IsDigest(string text) => Digest().IsMatch(text);

    private static Dictionary<string, string> Parse(string text)
    {
        try
        {
            return JsonConvert.DeserializeObject<Dictionary<string, string>>(text) ?? throw new FormatException("the file is empty; an object is required");
        }
        catch (JsonException)
        {
            throw new FormatException("not a JSON object of REPOSITORY:TAG to digests");
        }
    }

    private static ImmutableSortedDictionary<string, string> Load()
    {
        using var reader = new StreamReader(typeof(ImageDigests).Assembly.GetManifestResourceStream(Resource)!);
        return Read(reader.ReadToEnd());
    }

    [GeneratedRegex(@"\Asha256:[a-f0-9]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
