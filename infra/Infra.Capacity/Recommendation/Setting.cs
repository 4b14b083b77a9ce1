using System.Globalization;

namespace Infra.Capacity.Recommendation;

/// <summary>A way to run a model.</summary>
public sealed record Setting
{
    /// <summary>Type of the nodes of its pools.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Whether EC2 may take the nodes back.</summary>
    public NodePurchase Purchase { get; init; } = NodePurchase.AsItIs;

    /// <summary>Fewest replicas.</summary>
    public required int Min { get; init; }

    /// <summary>Most replicas; the same where the number is fixed.</summary>
    public required int Max { get; init; }

    /// <summary>How the GPUs are shared; null for as they are now.</summary>
    public GpuShare? Share { get; init; }

    /// <summary>The target of the scaler that differs from what there is now; null for none.</summary>
    public ScalerTarget? Target { get; init; }

    /// <summary>Replicas, for people.</summary>
    public string Replicas => string.Create(CultureInfo.InvariantCulture, $"{Min}{(Min == Max ? "" : $" to {Max}")}");
}
