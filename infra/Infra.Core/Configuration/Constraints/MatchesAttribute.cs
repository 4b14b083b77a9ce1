using System.Text.RegularExpressions;

namespace Infra.Core.Configuration;

/// <summary>A text that matches a regular expression as a whole.</summary>
/// <param name="pattern">The expression in the part of the syntax that .NET and JSON Schema share, without anchors.</param>
/// <param name="allowed">The same in words, to follow "allowed: " in a message.</param>
public sealed class MatchesAttribute(string pattern, string allowed) : ConstraintAttribute
{
    private Regex? _expression;

    /// <summary>The expression, without anchors.</summary>
    public string Pattern { get; } = pattern;

    /// <inheritdoc/>
    public override string Allowed(Type type) => allowed;

    /// <inheritdoc/>
    public override bool AppliesTo(Type type) => type == typeof(string);

    // '$' would also match before a line break at the end.
    /// <inheritdoc/>
    public override bool IsMetBy(object value) =>
        (_expression ??= new Regex($@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant)).IsMatch((string)value);
}
