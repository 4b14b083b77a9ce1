using Infra.Components.Serving.Mesh;
using Infra.Components.Serving.Traffic;
using Infra.Core.Configuration;
using Infra.Core.Serving.Mesh;

namespace Infra.Stacks.Configuration;

/// <summary>How the cluster's Istio treats calls of a model, from whoever is in the mesh too. The model's pods get a proxy.</summary>
public sealed record ModelMeshConfig
{
    /// <summary>How often a call that the model hasn't begun with is tried again. Default: 2.</summary>
    [InRange(Min = 0, Max = 10)]
    public int RetryAttempts { get; init; } = MeshDefaults.RetryAttempts;

    /// <summary>Percent of the calls in work that may be such that are tried again. Default: 20.</summary>
    [InRange(Min = 1, Max = 100)]
    public int RetryBudgetPercent { get; init; } = MeshDefaults.RetryBudgetPercent;

    /// <summary>Failed calls in a row after which a replica gets none for a while. Default: 5.</summary>
    [InRange(Min = 1, Max = 1000)]
    public int EjectAfter { get; init; } = MeshDefaults.EjectAfter;

    /// <summary>Seconds that such a replica gets none. Default: 30.</summary>
    [InRange(Min = 1, Max = 3600)]
    public int EjectSeconds { get; init; } = MeshDefaults.EjectSeconds;

    /// <summary>Most replicas that get none at the same time, in percent. Default: 50.</summary>
    [InRange(Min = 0, Max = 100)]
    public int MostEjectedPercent { get; init; } = MeshDefaults.MostEjectedPercent;

    /// <summary>Calls that may wait for a replica; further ones are refused at once. Default: no limit of ours.</summary>
    [InRange(Min = 1, Max = 1_000_000)]
    public int? MaxPending { get; init; }

    /// <summary>Percent of the calls that the candidate of a rollout gets too, beside the model; nobody gets its answers. Default: none.</summary>
    [InRange(Min = 1, Max = 100)]
    public int? MirrorPercent { get; init; }

    /// <summary>Percent of the calls that traces are made of. Default: 1.0.</summary>
    [InRange(Min = 0, Max = 100)]
    public double TracingPercent { get; init; } = MeshDefaults.TracingPercent;

    /// <summary>The same in the form of the component.</summary>
    /// <param name="istio">The mesh.</param>
    /// <param name="candidate">Service of the candidate; null where none runs, and for the candidate itself.</param>
    internal MeshArgs ToArgs(IstioConfig istio, TrafficShareArgs? candidate) => new()
    {
        IstioNamespace = istio.Namespace,
        Revision = istio.Revision,
        RetryAttempts = RetryAttempts,
        RetryBudgetPercent = RetryBudgetPercent,
        EjectAfter = EjectAfter,
        EjectSeconds = EjectSeconds,
        MostEjectedPercent = MostEjectedPercent,
        MaxPending = MaxPending,
        MirrorPercent = candidate is null ? null : MirrorPercent,
        MirrorTo = MirrorPercent is null ? null : candidate,
        TracingPercent = TracingPercent,
    };
}
