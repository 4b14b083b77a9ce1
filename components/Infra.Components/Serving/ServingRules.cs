using Infra.Components.Monitoring;
using Infra.Components.Monitoring.Rules;
using Infra.Core.Monitoring.Objectives;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving;

/// <summary>Rules of a model: what Prometheus records of it, and alerts on what it promises and on its pods.</summary>
internal static class ServingRules
{
    /// <summary>The rule object's inputs.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="monitoring">What it promises, and who finds the rules.</param>
    public static PrometheusRuleArgs For(ServingSpec spec, MonitoringArgs monitoring) => new()
    {
        Metadata = Found(spec, monitoring, spec.Args.Model),
        Spec = spec.Args.Namespace.Apply(name => PrometheusRules.Spec([.. ModelRules.Of(Watched(spec, monitoring, name)), .. ServingPodAlerts.Of(spec, monitoring, name)], monitoring.Runbooks)),
    };

    /// <summary>The same of a candidate that is compared with the stable model.</summary>
    /// <param name="spec">The candidate.</param>
    /// <param name="analysis">What counts as worse.</param>
    /// <param name="monitoring">Who finds the rules.</param>
    /// <param name="metrics">The candidate's metrics.</param>
    public static PrometheusRuleArgs ForCandidate(ServingSpec spec, AnalysisArgs analysis, MonitoringArgs monitoring, RuntimeMetrics metrics) => new()
    {
        Metadata = Found(spec, monitoring, $"{spec.Args.Model}-analysis"),
        Spec = spec.Args.Namespace.Apply(name => PrometheusRules.Spec([new($"{spec.Args.Model}.analysis", [.. Compared(spec, analysis, metrics, name, Watched(spec, monitoring, name)).Alerts()])], monitoring.Runbooks)),
    };

    private static CandidateRules Compared(ServingSpec spec, AnalysisArgs analysis, RuntimeMetrics metrics, string namespaceName, WatchedModel watched) =>
        new(metrics, Runtimes.For(Runtimes.Find(spec.Args.Runtime)!.Value, spec.Backend, spec.Request with { Instance = analysis.Stable }).Metrics!)
        {
            Model = spec.Request.Model,
            StableName = analysis.Stable,
            Namespace = namespaceName,
            Labels = watched.Labels,
            ErrorRatio = analysis.ErrorRatio,
            LatencyFactor = analysis.LatencyFactor,
            Minutes = analysis.Minutes,
        };

    private static WatchedModel Watched(ServingSpec spec, MonitoringArgs monitoring, string namespaceName)
    {
        var (args, pieces) = (spec.Args, Scaling.ServingScaling.Pieces(spec.Args.Pools));
        return new WatchedModel
        {
            Name = args.Model,
            Namespace = namespaceName,
            Tenant = args.Tenant,
            // What isn't scraped still has pods.
            Metrics = spec.Runtime.Metrics ?? new RuntimeMetrics { Path = "" },
            Objectives = monitoring.ToObjectives(),
            PodPattern = ModelPods.Pattern(spec.Backend, args.Model),
            LeastPods = spec.LeastPods,
            ColdStart = spec.Budget.Total,
            HasGpus = args.Resources.Devices > 0 && pieces != GpuPieces.NotNvidia && monitoring.HasGpuMetrics,
            Pieces = pieces,
        };
    }

    private static Meta.ObjectMetaArgs Found(ServingSpec spec, MonitoringArgs monitoring, string name)
    {
        var metadata = spec.Metadata();
        metadata.Name = name;
        metadata.Labels = spec.Labels.FoundBy(monitoring);
        return metadata;
    }
}
