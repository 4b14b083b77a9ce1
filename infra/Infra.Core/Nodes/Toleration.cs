namespace Infra.Core.Nodes;

/// <summary>Taints that a pod tolerates, whatever their value: every toleration in this project has the operator <c>Exists</c>.</summary>
/// <param name="Key">Key of the taints; empty for every key.</param>
/// <param name="Effect">Their effect; null for every effect.</param>
public sealed record Toleration(string Key, TaintEffect? Effect)
{
    /// <summary>Tolerates everything.</summary>
    public static Toleration Everything { get; } = new("", null);

    /// <summary>Tolerates a taint.</summary>
    public static Toleration Of(Taint taint)
    {
        ArgumentNullException.ThrowIfNull(taint);
        return new Toleration(taint.Key, taint.Effect);
    }

    /// <summary>Whether a node with this taint takes the pod.</summary>
    public bool Covers(Taint taint)
    {
        ArgumentNullException.ThrowIfNull(taint);
        return (Key.Length == 0 || Key == taint.Key) && (Effect is null || Effect == taint.Effect);
    }
}
