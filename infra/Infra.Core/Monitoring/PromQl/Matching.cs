namespace Infra.Core.Monitoring.PromQl;

/// <summary>Which series of two sides belong together.</summary>
public sealed record Matching
{
    private readonly string _text;

    private Matching(string text) => _text = text;

    /// <summary>Those that have the same labels.</summary>
    public static Matching Same { get; } = new("");

    /// <summary>Those that agree in these labels alone; with none, everything agrees with everything.</summary>
    public static Matching On(params IEnumerable<string> labels) => new($"on({string.Join(", ", labels)}) ");

    /// <summary>Those that agree in all labels but these.</summary>
    public static Matching Ignoring(params IEnumerable<string> labels) => new($"ignoring({string.Join(", ", labels)}) ");

    /// <summary>The same, where several on the left belong to one on the right, of which they take some labels.</summary>
    public Matching ManyToOne(params IEnumerable<string> taken) => new($"{_text}group_left({string.Join(", ", taken)}) ");

    /// <summary>What stands after the operator.</summary>
    public override string ToString() => _text;
}
