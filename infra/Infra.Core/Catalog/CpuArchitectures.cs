namespace Infra.Core.Catalog;

/// <summary>Spelling of CPU architectures.</summary>
public static class CpuArchitectures
{
    /// <summary>The architecture as the node label <c>kubernetes.io/arch</c> and container images write it.</summary>
    public static string ToKubernetes(this CpuArchitecture architecture) => architecture switch
    {
        CpuArchitecture.Amd64 => "amd64",
        CpuArchitecture.Arm64 => "arm64",
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture, null),
    };
}
