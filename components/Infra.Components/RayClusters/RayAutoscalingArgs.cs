using Pulumi;

namespace Infra.Components.RayClusters;

/// <summary>Ray's own autoscaler: it adds workers for tasks and actors that wait, and takes away idle ones.</summary>
public sealed class RayAutoscalingArgs : ResourceArgs
{
    /// <summary>Seconds after which an idle worker goes, 0 or more. Default: 60.</summary>
    [Input("idleTimeoutSeconds")]
    public int IdleTimeoutSeconds { get; init; } = DefaultIdleTimeoutSeconds;

    /// <summary>
    /// How fast workers are added: <c>Default</c> for all that is asked for at once, <c>Conservative</c> for at most as many as there are,
    /// <c>Aggressive</c> for the same as <c>Default</c>. Default: Default.
    /// </summary>
    [Input("upscaling")]
    public string Upscaling { get; init; } = DefaultUpscaling;

    /// <summary>Default of <see cref="IdleTimeoutSeconds"/>; Ray's own.</summary>
    public const int DefaultIdleTimeoutSeconds = 60;

    /// <summary>Default of <see cref="Upscaling"/>.</summary>
    public const string DefaultUpscaling = "Default";
}
