using System.Collections.Immutable;
using Infra.Core.Serving.Mesh;

namespace Infra.Core.Security;

/// <summary>
/// Containers whose security context only an operator knows: a plan can't show that they keep the level <c>restricted</c>, and says of them what their operator promises.
/// All other containers that operators add copy the context of the pod's first container.
/// </summary>
public static class DeclaredContainers
{
    /// <summary>What is promised of each, by its name.</summary>
    public static ImmutableSortedDictionary<string, string> Promises { get; } = ImmutableSortedDictionary<string, string>.Empty.Add(
        IstioSidecar.Container,
        "Istio's injector writes it without rights, as user 1337 or the cluster's own; it needs Istio's CNI agent on the nodes, without which an init container asks for NET_ADMIN and is refused (istio.io, \"Install the Istio CNI node agent\")");

    /// <summary>Whether a container is one of them.</summary>
    /// <param name="container">Its name.</param>
    public static bool IsDeclared(string container) => Promises.ContainsKey(container);
}
