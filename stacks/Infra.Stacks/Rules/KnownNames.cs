using Infra.Core.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>The names that the configuration gives to things of one kind, and the check of what refers to them.</summary>
internal sealed class KnownNames
{
    private readonly string _kind;
    private readonly string _key;
    private readonly IReadOnlyList<string> _names;
    private readonly bool _areAllRead;

    /// <param name="kind">What is named, in the singular.</param>
    /// <param name="key">Full key of the list that names them.</param>
    /// <param name="names">The names; empty text stands for one that could not be read.</param>
    /// <param name="problems">What the binder has found so far.</param>
    public KnownNames(string kind, string key, IEnumerable<string> names, ConfigProblems problems)
    {
        (_kind, _key, _names) = (kind, key, [.. names]);
        _areAllRead = !_names.Contains("") && (_names.Count > 0 || !problems.Cover(key));
    }

    /// <summary>Adds a problem if nothing has the name, unless something might whose name could not be read.</summary>
    public void Check(string path, string name, ConfigProblems problems)
    {
        if (_names.Contains(name) || !_areAllRead || problems.Cover(path))
        {
            return;
        }

        var hint = Suggestion.Nearest(name, _names) is { } nearest ? $"did you mean '{nearest}'? " : "";
        var there = _names.Count == 0 ? $"{_key} names none" : $"there are: {Shown.List(_names)}";
        problems.Add(path, $"{Shown.Quoted(name)} is not a {_kind}; {hint}{there}");
    }
}
