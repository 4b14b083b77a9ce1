using System.Text;

namespace Infra.Cli.Tests.Secrets;

/// <summary>A text that stands nowhere unless a secret has leaked. Of such characters that neither JSON, YAML nor an address writes it differently; no Kubernetes name has them.</summary>
internal sealed record Canary(string Name)
{
    public string Text { get; } = $"hf_CANARY{string.Concat(Name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}x7Qz9";

    /// <summary>The text, and what it is inside of a longer text in base64: there it looks different at each of three offsets.</summary>
    public IEnumerable<string> Forms =>
        [Text, Text[..12], .. Enumerable.Range(0, 3).Select(Encoded), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Text))];

    /// <summary>What of this canary stands in a text, or the same in other cases of letters.</summary>
    public IEnumerable<string> FoundIn(string text) => Forms.Where(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    private string Encoded(int offset)
    {
        // What shares its characters with neighbours, whatever these are, is left out at both ends.
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('_', offset) + Text));
        var start = (offset * 8 + 5) / 6;
        return encoded[start..((offset + Text.Length) * 8 / 6)];
    }
}
