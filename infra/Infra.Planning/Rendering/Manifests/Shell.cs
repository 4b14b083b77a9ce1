namespace Infra.Planning.Rendering.Manifests;

/// <summary>Words of a POSIX shell.</summary>
internal static class Shell
{
    private const string Unquoted = "_@%+=:,./-";

    public static string Command(params IEnumerable<string> words) => string.Join(' ', words.Select(Word));

    /// <summary>A shell replaces a tilde only where it isn't quoted, and only at the beginning of a word.</summary>
    private static string Word(string word) => word.StartsWith("~/", StringComparison.Ordinal) ? $"\"$HOME\"/{Quoted(word[2..])}" : Quoted(word);

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(static c => char.IsAsciiLetterOrDigit(c) || Unquoted.Contains(c))
            ? word
            : $"'{word.Replace("'", """'\''""", StringComparison.Ordinal)}'";
}
