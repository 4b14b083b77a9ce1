using Infra.Core.Configuration;
using Infra.Core.Serving.Mesh;

namespace Infra.Stacks.Configuration;

/// <summary>The service mesh that the cluster has; nothing of it is installed here.</summary>
public sealed record MeshConfig
{
    /// <summary>Istio, with its CNI plugin. Default: none.</summary>
    public IstioConfig? Istio { get; init; }
}

/// <summary>
/// An installed Istio, 1.28 or newer, with its CNI plugin: the models' namespace allows no container that changes packet filters. Who calls from outside the mesh (Prometheus, a gateway, a cache of
/// predictions) gets in only as long as its mutual TLS is permissive.
/// </summary>
public sealed record IstioConfig
{
    /// <summary>Namespace of its control plane. Default: istio-system.</summary>
    [NonEmpty]
    public string Namespace { get; init; } = IstioSidecar.DefaultNamespace;

    /// <summary>Revision of the control plane. Default: the default one.</summary>
    [Matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    public string? Revision { get; init; }
}
