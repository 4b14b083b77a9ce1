using Infra.Core.Serving.Mesh;
using Pulumi;

namespace Infra.Components.Serving.Mesh;

/// <summary>How an Istio that the cluster has treats calls of a model.</summary>
public sealed class MeshArgs : ResourceArgs
{
    /// <summary>Namespace of Istio's control plane. Default: istio-system.</summary>
    [Input("istioNamespace")]
    public string IstioNamespace { get; init; } = IstioSidecar.DefaultNamespace;

    /// <summary>Revision of the control plane. Default: the default one.</summary>
    [Input("revision")]
    public string? Revision { get; init; }

    /// <summary>How often a call that the model hasn't begun with is tried again, 0 to 10. Default: 2.</summary>
    [Input("retryAttempts")]
    public int RetryAttempts { get; init; } = MeshDefaults.RetryAttempts;

    /// <summary>Percent of the calls in work that may be such that are tried again, 1 to 100. Default: 20.</summary>
    [Input("retryBudgetPercent")]
    public int RetryBudgetPercent { get; init; } = MeshDefaults.RetryBudgetPercent;

    /// <summary>Failed calls in a row after which a replica gets none for a while, 1 or more. Default: 5.</summary>
    [Input("ejectAfter")]
    public int EjectAfter { get; init; } = MeshDefaults.EjectAfter;

    /// <summary>Seconds that such a replica gets none, 1 or more. Default: 30.</summary>
    [Input("ejectSeconds")]
    public int EjectSeconds { get; init; } = MeshDefaults.EjectSeconds;

    /// <summary>Most replicas that get none at the same time, in percent, 0 to 100. Default: 50.</summary>
    [Input("mostEjectedPercent")]
    public int MostEjectedPercent { get; init; } = MeshDefaults.MostEjectedPercent;

    /// <summary>Calls that wait for a replica; further ones are refused at once. 1 or more. Default: no limit of ours.</summary>
    [Input("maxPending")]
    public int? MaxPending { get; init; }

    /// <summary>Percent of the calls that are sent to <see cref="MirrorTo"/> too, whose answers nobody gets, 1 to 100. Default: none.</summary>
    [Input("mirrorPercent")]
    public int? MirrorPercent { get; init; }

    /// <summary>Service, with its port, that mirrored calls go to. Required with <see cref="MirrorPercent"/>.</summary>
    [Input("mirrorTo")]
    public Traffic.TrafficShareArgs? MirrorTo { get; init; }

    /// <summary>Percent of the calls that traces are made of, 0 to 100. Default: 1.</summary>
    [Input("tracingPercent")]
    public double TracingPercent { get; init; } = MeshDefaults.TracingPercent;
}
