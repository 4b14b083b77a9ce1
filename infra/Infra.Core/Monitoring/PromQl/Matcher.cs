namespace Infra.Core.Monitoring.PromQl;

/// <summary>A condition on a label of a series.</summary>
public sealed record Matcher
{
    private readonly string _operator;

    private Matcher(string label, string @operator, string value) => (Label, _operator, Value) = (label, @operator, value);

    /// <summary>Name of the label.</summary>
    public string Label { get; }

    /// <summary>What it is compared with.</summary>
    public string Value { get; }

    /// <summary>The label has this value.</summary>
    public static Matcher Is(string label, string value) => new(label, "=", value);

    /// <summary>The label has another value, or there is none.</summary>
    public static Matcher IsNot(string label, string value) => new(label, "!=", value);

    /// <summary>The whole value fits a regular expression (RE2).</summary>
    public static Matcher Like(string label, string pattern) => new(label, "=~", pattern);

    /// <summary>The whole value doesn't fit a regular expression (RE2).</summary>
    public static Matcher Unlike(string label, string pattern) => new(label, "!~", pattern);

    /// <summary>As PromQL has it.</summary>
    public override string ToString() =>
        $"{Label}{_operator}\"{Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
