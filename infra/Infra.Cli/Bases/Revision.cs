using Infra.Core.Configuration;

namespace Infra.Cli.Bases;

/// <summary>A revision as the user named it.</summary>
/// <param name="Option">The option that names it.</param>
internal sealed record Revision(string Option, string Text)
{
    private const int ShortCommit = 7;

    /// <summary>For messages about the option's value.</summary>
    public string InMessage => $"{Option} {Shown.Line(Text)}";

    /// <summary>For people, once it is known which commit it is.</summary>
    public string Name(string commit) =>
        Text.Length >= ShortCommit && commit.StartsWith(Text, StringComparison.Ordinal) ? commit[..ShortCommit] : $"{Shown.Line(Text)} ({commit[..ShortCommit]})";
}
