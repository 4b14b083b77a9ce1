namespace Infra.Core.Nodes;

/// <summary>Spellings of a taint's effect: Kubernetes writes <c>NoSchedule</c>, the EKS API <c>NO_SCHEDULE</c>.</summary>
public static class TaintEffects
{
    /// <summary>The effect as a pod's toleration and a node's taint write it.</summary>
    public static string ToKubernetes(this TaintEffect effect) => effect switch
    {
        TaintEffect.NoSchedule => "NoSchedule",
        TaintEffect.PreferNoSchedule => "PreferNoSchedule",
        TaintEffect.NoExecute => "NoExecute",
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, null),
    };

    /// <summary>The effect as EKS node groups write it (aws-enums.json, eks.TaintEffect, November 2026).</summary>
    public static string ToEks(this TaintEffect effect) => effect switch
    {
        TaintEffect.NoSchedule => "NO_SCHEDULE",
        TaintEffect.PreferNoSchedule => "PREFER_NO_SCHEDULE",
        TaintEffect.NoExecute => "NO_EXECUTE",
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, null),
    };

    /// <summary>The effect that a Kubernetes spelling names, or null.</summary>
    public static TaintEffect? FromKubernetes(string effect) => effect switch
    {
        "NoSchedule" => TaintEffect.NoSchedule,
        "PreferNoSchedule" => TaintEffect.PreferNoSchedule,
        "NoExecute" => TaintEffect.NoExecute,
        _ => null,
    };
}
