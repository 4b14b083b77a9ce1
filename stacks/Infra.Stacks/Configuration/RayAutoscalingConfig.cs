using Infra.Components.RayClusters;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Ray's own autoscaler: it adds workers for tasks and actors that wait, and takes away idle ones.</summary>
public sealed record RayAutoscalingConfig
{
    /// <summary>Time after which an idle worker goes. Default: 1m0s.</summary>
    [InRange<GoDuration>(Min = "1s", Max = "24h")]
    public GoDuration IdleTimeout { get; init; } = new(RayAutoscalingArgs.DefaultIdleTimeoutSeconds * 1000L);

    /// <summary>How fast workers are added. Default: default.</summary>
    public RayUpscaling Upscaling { get; init; } = RayUpscaling.Default;

    /// <summary>The same in the form of the component.</summary>
    internal RayAutoscalingArgs ToArgs() => new() { IdleTimeoutSeconds = (int)IdleTimeout.WholeSeconds, Upscaling = Upscaling.ToString() };
}

/// <summary>How fast Ray adds workers.</summary>
public enum RayUpscaling
{
    /// <summary>All that is asked for at once.</summary>
    Default,

    /// <summary>At most as many at a time as there are.</summary>
    Conservative,
}
