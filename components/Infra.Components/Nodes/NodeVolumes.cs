namespace Infra.Components.Nodes;

/// <summary>Bounds of a node's volume for images and pods' files.</summary>
internal static class NodeVolumes
{
    /// <summary>What an EKS AMI needs itself.</summary>
    public const int SmallestGiB = 20;

    /// <summary>Largest gp3 volume.</summary>
    public const int LargestGiB = 16_384;
}
