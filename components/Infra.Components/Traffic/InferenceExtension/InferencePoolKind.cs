namespace Infra.Components.Traffic.InferenceExtension;

/// <summary>What the kind InferencePool is called.</summary>
internal static class InferencePoolKind
{
    /// <summary>Its group.</summary>
    public const string Group = "inference.networking.k8s.io";

    /// <summary>Its version.</summary>
    public const string Version = "v1";

    /// <summary>Its name.</summary>
    public const string Kind = "InferencePool";

    /// <summary>Its name in URLs and rights.</summary>
    public const string Plural = "inferencepools";
}
