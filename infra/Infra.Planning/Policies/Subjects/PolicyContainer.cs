namespace Infra.Planning.Policies.Subjects;

/// <summary>A container of a pod.</summary>
/// <param name="Body">The container.</param>
/// <param name="IsInit">Whether it runs before the others.</param>
public sealed record PolicyContainer(Field Body, bool IsInit)
{
    private static readonly string[] _amounts = ["limits", "requests"];

    /// <summary>Its name; that of its place where it has none.</summary>
    public string Name => Body["name"].Text ?? Body.Path[(Body.Path.LastIndexOf('.') + 1)..];

    /// <summary>Everything it starts with, in one line: entry point and arguments.</summary>
    public string CommandLine => string.Join(' ', Body["command"].Items.Concat(Body["args"].Items).Select(word => word.Text ?? "?"));

    /// <summary>Whether a part of its command line isn't known.</summary>
    public bool IsCommandHidden => new[] { Body["command"], Body["args"] }.Any(words => words.IsHidden || words.Items.Any(word => word.IsHidden));

    /// <summary>Amounts of accelerators, by resource; a limit stands for a request that is missing.</summary>
    public IEnumerable<Field> Accelerators => _amounts
        .SelectMany(kind => Body["resources", kind].Entries)
        .Where(amount => AcceleratorResources.Has(amount.Key))
        .DistinctBy(amount => amount.Key)
        .Select(amount => amount.Value);

    /// <summary>The value of an option such as <c>--tensor-parallel-size</c>; null where it isn't given.</summary>
    /// <param name="names">Its names.</param>
    public string? Option(params ReadOnlySpan<string> names)
    {
        var words = CommandLine.Split([' ', '\n', '\t', '\\'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var name in names)
            {
                if (words[i] == name && i + 1 < words.Length)
                {
                    return words[i + 1];
                }

                if (words[i].StartsWith($"{name}=", StringComparison.Ordinal))
                {
                    return words[i][(name.Length + 1)..];
                }
            }
        }

        return null;
    }
}
