namespace Infra.Capacity.Platform;

/// <summary>A number of pods, or a share of all (Kubernetes' <c>IntOrString</c>).</summary>
/// <param name="Value">The number, or percents.</param>
/// <param name="IsPercent">Which of the two.</param>
public readonly record struct PodAmount(int Value, bool IsPercent)
{
    /// <summary>So many of all, a part of a pod counted as a pod: what an update may add.</summary>
    /// <param name="all">All.</param>
    public int RoundedUp(int all) => IsPercent ? (int)((((long)all * Value) + 99) / 100) : Value;

    /// <summary>So many of all, a part of a pod counted as none: what an update may lack.</summary>
    /// <param name="all">All.</param>
    public int RoundedDown(int all) => IsPercent ? (int)((long)all * Value / 100) : Value;
}
