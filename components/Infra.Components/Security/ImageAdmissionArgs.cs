using Pulumi;

namespace Infra.Components.Security;

/// <summary>Inputs of <see cref="ImageAdmission"/>.</summary>
public sealed class ImageAdmissionArgs : ResourceArgs
{
    /// <summary>Registries, folders of them and repositories that images may come from, e.g. <c>docker.io/vllm</c>; at least one.</summary>
    [Input("sources", required: true)]
    public required List<string> Sources { get; init; }

    /// <summary>Names of the namespaces whose pods are checked; at least one.</summary>
    [Input("namespaces", required: true)]
    public required List<string> Namespaces { get; init; }

    /// <summary>Whether a pod that breaks the policy is refused. Default: true; else its author is warned, and the audit log has it.</summary>
    [Input("enforce")]
    public bool Enforce { get; init; } = true;
}
