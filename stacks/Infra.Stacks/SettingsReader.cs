using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks;

/// <summary>Reads the top-level keys of the project's namespace and remembers which there are.</summary>
internal sealed class SettingsReader(IConfigSource source, ConfigProblems problems)
{
    private readonly List<string> _known = [];

    public T? Optional<T>(string key)
        where T : class =>
        Read(key) is { } json ? ConfigBinder.Bind<T>(Path(key), json, problems) : null;

    public string? Text(string key)
    {
        var text = Read(key);
        if (text == "null")
        {
            problems.Add(Path(key), "a string was expected, but found null; write a value, or remove the line");
        }

        return text;
    }

    public bool Flag(string key) => Read(key) is { } json && ConfigBinder.Bind<bool>(Path(key), json, problems);

    public T Required<T>(string key, T placeholder, string advice)
        where T : class
    {
        if (Read(key) is { } json)
        {
            return ConfigBinder.Bind<T>(Path(key), json, problems) ?? placeholder;
        }

        if (!problems.Cover(Path(key)))
        {
            problems.Add(Path(key), $"missing; {advice}");
        }

        return placeholder;
    }

    public ImmutableArray<T> List<T>(string key)
    {
        if (Read(key) is not { } json)
        {
            return [];
        }

        var list = ConfigBinder.Bind<ImmutableArray<T>>(Path(key), json, problems);
        return list.IsDefault ? [] : list;
    }

    public ImmutableSortedDictionary<string, string> Map(string key) =>
        Read(key) is { } json
            ? ConfigBinder.Bind<ImmutableSortedDictionary<string, string>>(Path(key), json, problems) ?? ImmutableSortedDictionary<string, string>.Empty
            : ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether a secret is set, or may be. Its value is nobody's business here.</summary>
    public bool HasSecret(string key)
    {
        _known.Add(key);
        if (source.Keys is not { } keys)
        {
            return true;
        }

        if (keys.Contains(key) && !source.IsEncrypted(key))
        {
            problems.Add(Path(key), $"stands there in plain text, but it is a secret; set it with 'pulumi config set --secret {Path(key)}'");
        }

        return keys.Contains(key);
    }

    public void RefuseUnknownKeys()
    {
        foreach (var key in (source.Keys ?? []).Except(_known).Order(StringComparer.Ordinal))
        {
            var hint = Suggestion.Nearest(key, _known) is { } nearest
                ? $"did you mean '{nearest}'?"
                : $"there are: {string.Join(", ", _known)}";
            problems.Add(Path(key), $"unknown key; {hint}");
        }
    }

    /// <summary>Rules across keys run last; a reader of the messages wants all problems of a key, and of an entry, together.</summary>
    public ConfigProblems Sorted(ConfigProblems found) => found.As(problems => problems.OrderBy(problem => Position(problem.Path)));

    private string? Read(string key)
    {
        _known.Add(key);
        if (!source.IsEncrypted(key))
        {
            return source.Get(key);
        }

        problems.Add(Path(key), "the value is encrypted, but it is no secret, and a preview has to read it; write it as it is, without secure:");
        return null;
    }

    private (int Key, int Entry) Position(string path)
    {
        var key = _known.FindIndex(known => ConfigPath.IsAtOrBelow(path, Path(known)));
        var start = path.IndexOf('[', StringComparison.Ordinal) + 1;
        var length = path.AsSpan(start).IndexOf(']');
        return (
            key < 0 ? _known.Count : key,
            start > 0 && length > 0 && int.TryParse(path.AsSpan(start, length), out var entry) ? entry : -1);
    }

    private static string Path(string key) => ConfigPath.TopLevel(PlatformSettings.ConfigNamespace, key);
}
