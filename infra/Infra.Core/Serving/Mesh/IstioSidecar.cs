using System.Collections.Immutable;
using Infra.Core.Units;

namespace Infra.Core.Serving.Mesh;

/// <summary>
/// How a pod gets Istio's proxy (Istio 1.30, "Resource Annotations" and "Installing the Sidecar"). It joins by a label of the pod, so that whatever else is in the namespace
/// stays outside. The proxy is a native sidecar: it starts before the container that copies the model, and ends after the server. The namespace is
/// <c>restricted</c>, so that the cluster needs Istio's CNI plugin: without it, a container of the pod would have to change packet filters.
/// </summary>
public static class IstioSidecar
{
    /// <summary>Namespace of Istio's control plane, unless somebody put it elsewhere.</summary>
    public const string DefaultNamespace = "istio-system";

    /// <summary>Name of the proxy's container.</summary>
    public const string Container = "istio-proxy";

    /// <summary>Port at which the control plane tells proxies what to do (Istio, "Application Requirements", ports used by Istio).</summary>
    public const int ControlPort = 15012;

    /// <summary>Label of a pod that is to get a proxy; its value is <c>true</c>.</summary>
    public const string Inject = "sidecar.istio.io/inject";

    /// <summary>Annotation with the CPU request of the proxy.</summary>
    public const string CpuAnnotation = "sidecar.istio.io/proxyCPU";

    /// <summary>Annotation with the memory request of the proxy.</summary>
    public const string MemoryAnnotation = "sidecar.istio.io/proxyMemory";

    private const string Revision = "istio.io/rev";

    /// <summary>CPU request of the proxy: Istio's own default.</summary>
    public static CpuQuantity Cpu { get; } = new(100);

    /// <summary>Memory request of the proxy: Istio's own default.</summary>
    public static ByteSize Memory { get; } = ByteSize.FromMebibytes(128);

    /// <summary>Annotations of a pod with a proxy; the requests are said, because a node has to hold them.</summary>
    public static ImmutableSortedDictionary<string, string> Annotations { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
        .Add("sidecar.istio.io/nativeSidecar", "true")
        .Add(CpuAnnotation, Cpu.ToString())
        .Add(MemoryAnnotation, Memory.ToString());

    /// <summary>Labels of a pod with a proxy.</summary>
    /// <param name="revision">Revision of the control plane; null for the default one.</param>
    public static ImmutableDictionary<string, string> Labels(string? revision)
    {
        var labels = ImmutableDictionary<string, string>.Empty.Add(Inject, "true");
        return revision is null ? labels : labels.Add(Revision, revision);
    }
}
