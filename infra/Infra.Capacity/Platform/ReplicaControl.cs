using Infra.Capacity.Control;

namespace Infra.Capacity.Platform;

/// <summary>Who counts a model's replicas: always exactly one.</summary>
public abstract record ReplicaControl
{
    private ReplicaControl()
    {
    }

    /// <summary>Nobody: the number is fixed.</summary>
    public sealed record Fixed : ReplicaControl;

    /// <summary>Kubernetes' horizontal pod autoscaler.</summary>
    /// <param name="Settings">How.</param>
    public sealed record Horizontal(HorizontalScalerSettings Settings) : ReplicaControl;

    /// <summary>KEDA, with the horizontal pod autoscaler that it makes.</summary>
    /// <param name="Settings">How.</param>
    public sealed record Keda(KedaScalerSettings Settings) : ReplicaControl;

    /// <summary>Ray Serve.</summary>
    /// <param name="Settings">How.</param>
    public sealed record Ray(RayScalerSettings Settings) : ReplicaControl;
}
