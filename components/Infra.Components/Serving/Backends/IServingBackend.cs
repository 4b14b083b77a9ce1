namespace Infra.Components.Serving.Backends;

/// <summary>
/// Realises a model. The pod is the same on every backend (<see cref="ServingPod"/>), and so are service account, network
/// policy, monitor and rules, which are the component's; a backend only wraps the pod. What it can't do stands in
/// <see cref="Core.Serving.Backends.BackendSupport"/> and is refused before.
/// </summary>
internal interface IServingBackend
{
    /// <summary>Declares the workload, the Service in front of it and whatever scales or protects it.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="children">Options of the children.</param>
    ServedModel Create(ServingSpec spec, ServingChildren children);
}
