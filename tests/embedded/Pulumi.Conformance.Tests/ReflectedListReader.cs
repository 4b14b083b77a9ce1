namespace Pulumi.Conformance.Tests;

/// <summary>Reads a list that was made by reflection: namespaces, declarations, indented members.</summary>
internal static class ReflectedListReader
{
    private const string NamespaceMark = "### namespace ";

    public static IReadOnlyDictionary<string, ApiType> Read(IEnumerable<string> lines)
    {
        var types = new Dictionary<string, ApiType>(StringComparer.Ordinal);
        var space = "";
        string? header = null;
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Append(""))
        {
            if (line.StartsWith(' '))
            {
                members.Add(line.Trim());
                continue;
            }

            if (header is not null)
            {
                var fullName = $"{space}.{Name(header)}";
                types.Add(fullName, new ApiType(fullName, header, members, null, new Dictionary<string, WireFact>()));
                members = new HashSet<string>(StringComparer.Ordinal);
            }

            header = line.Length == 0 || line.StartsWith('#') ? null : line;
            space = line.StartsWith(NamespaceMark, StringComparison.Ordinal) ? line[NamespaceMark.Length..] : space;
        }

        return types;
    }

    /// <summary>The declared name: the word after class, struct, …, or the one before the parameters of a delegate.</summary>
    private static string Name(string header)
    {
        var head = header.Split(" : ")[0];
        if (head.Contains("delegate ", StringComparison.Ordinal))
        {
            var signature = head[..head.IndexOf('(', StringComparison.Ordinal)];
            return signature[(signature.LastIndexOf(' ') + 1)..];
        }

        var keyword = new[] { "class ", "struct ", "interface ", "enum " }
            .Select(word => (word, at: head.IndexOf(word, StringComparison.Ordinal)))
            .First(found => found.at >= 0);
        return head[(keyword.at + keyword.word.Length)..];
    }
}
