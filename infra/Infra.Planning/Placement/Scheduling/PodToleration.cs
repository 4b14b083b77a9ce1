using Infra.Core.Nodes;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>A toleration as a pod writes it (kubernetes.io, "Taints and Tolerations").</summary>
/// <param name="Key">Key of the taint; empty, with <c>Exists</c>, for every key.</param>
/// <param name="Operator"><c>Exists</c> or <c>Equal</c>.</param>
/// <param name="Value">Value of the taint, for <c>Equal</c>.</param>
/// <param name="Effect">Effect of the taint; null for every effect.</param>
internal sealed record PodToleration(string Key, string Operator, string Value, TaintEffect? Effect)
{
    public bool Tolerates(Taint taint) =>
        (Effect is null || Effect == taint.Effect)
        && (Key.Length == 0 || Key == taint.Key)
        && Operator switch
        {
            "Exists" => true,
            "Equal" => Key.Length > 0 && Value == taint.Value,
            _ => false,
        };
}
