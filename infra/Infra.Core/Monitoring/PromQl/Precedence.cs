namespace Infra.Core.Monitoring.PromQl;

/// <summary>How strongly an expression's outermost operator binds, weakest first (prometheus.io, "Operators", binary operator precedence).</summary>
internal enum Precedence
{
    Or,
    And,
    Comparison,
    Sum,
    Product,
    Atom,
}
