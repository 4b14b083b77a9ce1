using System.Globalization;

namespace Infra.Core.Monitoring.PromQl;

/// <summary>
/// An expression of PromQL. It begins with a metric that is known (<see cref="Metrics.Metric"/>) or a number, and sets its own parentheses. There are only
/// functions and operators that mean the same in Prometheus 2.42 and 3.
/// </summary>
public sealed record Expression
{
    private readonly Precedence _precedence;

    internal Expression(string text, Precedence precedence = Precedence.Atom) => (Text, _precedence) = (text, precedence);

    /// <summary>The expression as Prometheus reads it.</summary>
    public string Text { get; }

    /// <summary>A number.</summary>
    public static Expression Number(double number) => new(number.ToString("0.############", CultureInfo.InvariantCulture));

    /// <summary>A single value without labels, where a scalar won't do.</summary>
    public static Expression Vector(double number) => Call("vector", Number(number));

    /// <summary>Seconds since 1970.</summary>
    public static Expression Now { get; } = new("time()");

    /// <summary>The sum, for each combination of some labels.</summary>
    public Expression Sum(params IEnumerable<string> by) => Aggregate("sum", by);

    /// <summary>The largest value, for each combination of some labels.</summary>
    public Expression Max(params IEnumerable<string> by) => Aggregate("max", by);

    /// <summary>The smallest value, for each combination of some labels.</summary>
    public Expression Min(params IEnumerable<string> by) => Aggregate("min", by);

    /// <summary>The mean, for each combination of some labels.</summary>
    public Expression Mean(params IEnumerable<string> by) => Aggregate("avg", by);

    /// <summary>How many series there are, for each combination of some labels.</summary>
    public Expression Count(params IEnumerable<string> by) => Aggregate("count", by);

    /// <summary>No value above a limit.</summary>
    public Expression AtMost(double limit) => Call("clamp_max", this, Number(limit));

    /// <summary>No value below a limit.</summary>
    public Expression AtLeast(double limit) => Call("clamp_min", this, Number(limit));

    /// <summary>1 where there is no such series, else nothing.</summary>
    public Expression Absent() => Call("absent", this);

    /// <summary>Copies a part of one label's value into another label.</summary>
    /// <param name="from">The label that is read.</param>
    /// <param name="pattern">Regular expression of its whole value; what doesn't fit stays as it is.</param>
    /// <param name="to">The label that is written.</param>
    /// <param name="replacement">Its value, with <c>$1</c> for the first group.</param>
    public Expression WithLabel(string from, string pattern, string to, string replacement = "$1") =>
        new($"label_replace({Text}, {Quoted(to)}, {Quoted(replacement)}, {Quoted(from)}, {Quoted(pattern)})");

    /// <summary>Those series of this that the other side has too.</summary>
    public Expression And(Expression other, Matching? matching = null) => Binary("and", other, Precedence.And, matching);

    /// <summary>Those series of this that the other side doesn't have.</summary>
    public Expression Unless(Expression other, Matching? matching = null) => Binary("unless", other, Precedence.And, matching);

    /// <summary>The series of this, and of the other side those that this doesn't have.</summary>
    public Expression Or(Expression other, Matching? matching = null) => Binary("or", other, Precedence.Or, matching);

    /// <summary>The product of series that belong together.</summary>
    public Expression Times(Expression other, Matching matching) => Binary("*", other, Precedence.Product, matching);

    /// <summary>The quotient of series that belong together.</summary>
    public Expression DividedBy(Expression other, Matching matching) => Binary("/", other, Precedence.Product, matching);

    /// <summary>The difference of series that belong together.</summary>
    public Expression Minus(Expression other, Matching matching) => Binary("-", other, Precedence.Sum, matching);

    /// <summary>Those series whose value is larger than that of the other side.</summary>
    public Expression Above(Expression other, Matching? matching = null) => Binary(">", other, Precedence.Comparison, matching);

    /// <summary>Those series whose value is smaller than that of the other side.</summary>
    public Expression Below(Expression other, Matching? matching = null) => Binary("<", other, Precedence.Comparison, matching);

    /// <summary>Those series that have this value.</summary>
    public Expression EqualTo(double value) => Binary("==", Number(value), Precedence.Comparison);

    /// <summary>Those series that have the value of the other side.</summary>
    public Expression EqualTo(Expression other, Matching? matching = null) => Binary("==", other, Precedence.Comparison, matching);

    public static Expression operator +(Expression left, Expression right) => left.Binary("+", right, Precedence.Sum);

    public static Expression operator -(Expression left, Expression right) => left.Binary("-", right, Precedence.Sum);

    public static Expression operator *(Expression left, Expression right) => left.Binary("*", right, Precedence.Product);

    public static Expression operator /(Expression left, Expression right) => left.Binary("/", right, Precedence.Product);

    public static Expression operator >(Expression left, double limit) => left.Binary(">", Number(limit), Precedence.Comparison);

    public static Expression operator <(Expression left, double limit) => left.Binary("<", Number(limit), Precedence.Comparison);

    public static Expression operator >=(Expression left, double limit) => left.Binary(">=", Number(limit), Precedence.Comparison);

    public static Expression operator <=(Expression left, double limit) => left.Binary("<=", Number(limit), Precedence.Comparison);

    public static implicit operator Expression(double number) => Number(number);

    /// <inheritdoc cref="Text"/>
    public override string ToString() => Text;

    internal static Expression Call(string function, params IEnumerable<Expression> arguments) => new($"{function}({string.Join(", ", arguments.Select(one => one.Text))})");

    private Expression Aggregate(string function, IEnumerable<string> by)
    {
        var labels = string.Join(", ", by);
        return new Expression(labels.Length == 0 ? $"{function}({Text})" : $"{function} by ({labels}) ({Text})");
    }

    // Operators of one strength are read from the left, so a right side of the same strength needs parentheses.
    private Expression Binary(string @operator, Expression right, Precedence precedence, Matching? matching = null) => new(
        $"{(_precedence < precedence ? $"({Text})" : Text)} {@operator} {matching}{(right._precedence <= precedence ? $"({right.Text})" : right.Text)}", precedence);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
