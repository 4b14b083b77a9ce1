namespace Infra.Planning.Policies.Subjects;

/// <summary>A toleration with everything that Kubernetes compares (kubernetes.io, "Taints and Tolerations").</summary>
/// <param name="Key">Key of the taint; empty for every taint.</param>
/// <param name="IsEqual">Whether the value has to be the taint's.</param>
/// <param name="Value">The value.</param>
/// <param name="Effect">The effect; empty for every one.</param>
public sealed record PolicyToleration(string Key, bool IsEqual, string Value, string Effect)
{
    /// <summary>Whether a pod with it may run in spite of the taint.</summary>
    public bool Covers(PolicyTaint taint)
    {
        ArgumentNullException.ThrowIfNull(taint);
        return (Key.Length == 0 ? !IsEqual : Key == taint.Key && (!IsEqual || Value == taint.Value)) && (Effect.Length == 0 || Effect == taint.Effect);
    }

    /// <summary>A toleration as an object writes it.</summary>
    public static PolicyToleration Of(Field toleration) =>
        new(toleration["key"].Text ?? "", toleration["operator"].Text != "Exists", toleration["value"].Text ?? "", toleration["effect"].Text ?? "");
}
