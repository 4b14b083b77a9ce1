using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>A node taint as component input.</summary>
public sealed class TaintArgs : ResourceArgs
{
    /// <summary>Key, e.g. <c>nvidia.com/gpu</c>.</summary>
    [Input("key", required: true)]
    public required string Key { get; init; }

    /// <summary>Value; empty where the key alone says it. Default: empty.</summary>
    [Input("value")]
    public string Value { get; init; } = "";

    /// <summary>Effect by its Kubernetes name: <c>NoSchedule</c>, <c>PreferNoSchedule</c> or <c>NoExecute</c>.</summary>
    [Input("effect", required: true)]
    public required string Effect { get; init; }

    /// <summary>The input form of a taint.</summary>
    public static TaintArgs From(Taint taint)
    {
        ArgumentNullException.ThrowIfNull(taint);
        return new TaintArgs { Key = taint.Key, Value = taint.Value, Effect = taint.Effect.ToKubernetes() };
    }

    /// <summary>The taint that these inputs describe.</summary>
    /// <exception cref="ArgumentException">The effect is none of Kubernetes' three.</exception>
    public Taint ToTaint() => new(
        Key,
        Value,
        TaintEffects.FromKubernetes(Effect)
            ?? throw new ArgumentException($"taint '{Key}': effect '{Effect}' is none of NoSchedule, PreferNoSchedule, NoExecute"));
}
