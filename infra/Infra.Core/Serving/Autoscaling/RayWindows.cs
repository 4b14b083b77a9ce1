namespace Infra.Core.Serving.Autoscaling;

/// <summary>
/// Times of Ray Serve's autoscaler and of the autoscaler in the Ray cluster, which makes pods for it. Defaults: docs.ray.io, ray.serve.config.AutoscalingConfig; ray-project/kuberay, docs/reference/api.md (AutoscalerOptions).
/// </summary>
public sealed record RayWindows
{
    private const int DefaultDownscaleDelay = 600;
    private const int DefaultIdleTimeout = 60;

    private RayWindows()
    {
    }

    /// <summary>How long load has to last before replicas are added; also the time between two steps, which Ray doesn't limit in size.</summary>
    public required ScalingFigure UpscaleDelay { get; init; }

    /// <summary>How long load has to be gone before replicas are taken away.</summary>
    public required ScalingFigure DownscaleDelay { get; init; }

    /// <summary>How long a Ray worker pod may be without work before it goes.</summary>
    public required ScalingFigure IdleTimeout { get; init; }

    /// <summary>All numbers.</summary>
    public IEnumerable<ScalingFigure> Figures => [UpscaleDelay, DownscaleDelay, IdleTimeout];

    internal static RayWindows For(ColdStartSeconds start, HpaWindows hpa) => new()
    {
        UpscaleDelay = hpa.UpWindow with { Key = "autoscaling_config.upscale_delay_s", Bounds = "0 s or more, 30 s by default" },
        DownscaleDelay = new(
            "autoscaling_config.downscale_delay_s", Math.Max(start.TotalBudget, DefaultDownscaleDelay), "s",
            $"cold-start budget {start.TotalBudget} s, at least {DefaultDownscaleDelay} s", "0 s or more, 600 s by default"),
        IdleTimeout = new(
            "autoscalerOptions.idleTimeoutSeconds", Math.Max(start.NodeAndImageBudget, DefaultIdleTimeout), "s",
            $"budget for node and image {start.NodeAndImageBudget} s, which a new pod may need, at least {DefaultIdleTimeout} s", "60 s by default"),
    };
}
