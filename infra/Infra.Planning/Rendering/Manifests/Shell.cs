namespace Infra.Planning.Rendering.Manifests;

/// <summary>Words of a POSIX shell.</summary>
internal static class Shell
{
    private const string Unquoted = "_@%+=:,./-";

    public static string Command(params IEnumerable<string> words) => string.Join(' ', words.Select(Word));

    private static string Word(string word) =>
        word.Length > 0 && word.All(static c => char.IsAsciiLetterOrDigit(c) || Unquoted.Contains(c))
            ? word
            : $"'{word.Replace("'", """'\''""", StringComparison.Ordinal)}'";
}
