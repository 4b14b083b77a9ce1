using Infra.Core;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Shared;

/// <summary>A namespace that holds its pods to the security level restricted.</summary>
internal static class RestrictedNamespace
{
    /// <summary>Declares it. Not created by Helm, which would leave it behind.</summary>
    public static Namespace Create(string resourceName, string name, CustomResourceOptions options) => new(resourceName, new NamespaceArgs
    {
        Metadata = new ObjectMetaArgs { Name = name, Labels = ManagedBy.Owned.Add(PodSecurityLabels.Enforce, PodSecurityLabels.Restricted) },
    }, options);
}
