using System.Text;

namespace Infra.Core.Configuration;

/// <summary>Collects everything that is wrong, so that a user sees all of it in one run.</summary>
public sealed class ConfigProblems
{
    /// <summary>More than this many nobody reads; the others are only counted.</summary>
    public const int MaxListed = 200;

    private const int LongestMessage = 1_000;

    private readonly List<ConfigProblem> _all = [];

    // All paths with all that they lie in, also of problems that are not listed.
    private readonly HashSet<string> _covered = new(StringComparer.Ordinal);

    /// <summary>The first <see cref="MaxListed"/> problems in the order in which they were added; the binder adds them in document order.</summary>
    public IReadOnlyList<ConfigProblem> All => _all;

    /// <summary>How many problems there are so far.</summary>
    public int Count => _all.Count + Unlisted;

    /// <summary>How many of them are not among <see cref="All"/>.</summary>
    public int Unlisted { get; private set; }

    /// <summary>True while nothing was found; values bound so far may be used only then.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Adds one problem.</summary>
    /// <param name="path">The full path; <see cref="ConfigPath"/> builds it.</param>
    /// <param name="message">What was found; what is allowed; what to do. It ends up on one line, fit for a terminal.</param>
    /// <param name="notation">What <see cref="ConfigProblem.Notation"/> has.</param>
    public void Add(string path, string message, string? notation = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(message);
        Cover(path.AsSpan());
        // Rules repeat names that a user wrote, and these may hold anything.
        if (_all.Count == MaxListed)
        {
            Unlisted++;
            return;
        }

        _all.Add(new ConfigProblem(path, Shown.Line(message, LongestMessage), notation));
    }

    /// <summary>The same problems as a reader shall see them.</summary>
    /// <param name="change">Sorts them, or says differently where they are.</param>
    public ConfigProblems As(Func<IReadOnlyList<ConfigProblem>, IEnumerable<ConfigProblem>> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var changed = new ConfigProblems { Unlisted = Unlisted };
        changed._all.AddRange(change(_all));
        changed._covered.UnionWith(_covered);
        return changed;
    }

    /// <summary>Adds the problems of another collection.</summary>
    public void AddAll(ConfigProblems others)
    {
        ArgumentNullException.ThrowIfNull(others);
        foreach (var problem in others._all)
        {
            Add(problem.Path, problem.Found, problem.Notation);
        }

        _covered.UnionWith(others._covered);
        Unlisted += others.Unlisted;
    }

    /// <summary>
    /// True if a problem is known at this path or below it. A rule that reads a value asks this first, because the binder
    /// leaves a placeholder where it could not read one, and a complaint about a placeholder would only confuse.
    /// </summary>
    /// <param name="path">The path of the value that the rule is about to judge.</param>
    public bool Cover(string path) => _covered.Contains(path);

    /// <summary>The block that a user reads: a heading with the count and the file, then one indented line per problem.</summary>
    /// <param name="file">The file as the user knows it, for example <c>Pulumi.prod.yaml</c>.</param>
    /// <returns>The text with <c>\n</c> between lines and none at the end; empty if there are no problems.</returns>
    public string Render(string file)
    {
        if (IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder($"{Counted.Of(Count, "problem")} in {file}:");
        foreach (var problem in _all)
        {
            text.Append("\n  ").Append(problem);
        }

        if (Unlisted > 0)
        {
            text.Append($"\n  and {Unlisted} more");
        }

        return text.ToString();
    }

    private void Cover(ReadOnlySpan<char> path)
    {
        var covered = _covered.GetAlternateLookup<ReadOnlySpan<char>>();
        covered.Add(path);
        for (var i = path.Length - 1; i > 0; i--)
        {
            // What is known already was added with all that it lies in.
            if (path[i] is '.' or '[' && !covered.Add(path[..i]))
            {
                return;
            }
        }
    }
}
