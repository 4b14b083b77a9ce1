using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerts;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Serving.Predictions;

namespace Infra.Components.Serving;

/// <summary>Alerts on a model's pods, beside those on what it promises.</summary>
internal static class ServingPodAlerts
{
    // What a scheduler, an image and a probe take even where nothing has to be launched or copied.
    private const int LeastNodeMinutes = 10;
    private const int LeastStartMinutes = 15;

    /// <summary>The groups.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="monitoring">Who finds the rules.</param>
    /// <param name="namespaceName">Its namespace.</param>
    public static ImmutableArray<RuleGroup> Of(ServingSpec spec, MonitoringArgs monitoring, string namespaceName)
    {
        var (args, pieces) = (spec.Args, Scaling.ServingScaling.Pieces(spec.Args.Pools));
        var devices = pieces == GpuPieces.NotNvidia ? 0 : args.Resources.Devices;
        return ModelAlerts.Of(
            new AlertedModel
            {
                Name = args.Model,
                Namespace = namespaceName,
                Tenant = args.Tenant,
                PodPattern = ModelPods.Pattern(spec.Backend, args.Model),
                Pools = [.. args.Pools.Select(pool => pool.Name)],
                NodeMinutes = Minutes(ColdStartBudget.SafetyFactor * spec.Budget.Terms.Where(term => term.Step == ColdStartStep.Node).Sum(term => term.Duration.TotalMinutes), LeastNodeMinutes),
                StartMinutes = Minutes(spec.Budget.Total.TotalMinutes, LeastStartMinutes),
                Devices = devices,
                IsCut = pieces == GpuPieces.Mig,
                SharesGpus = pieces == GpuPieces.Shared,
                GrowsInGpuMemory = spec.Runtime.GrowsInGpuMemory,
                IsScraped = spec.Runtime.Metrics is not null,
                LeastPods = spec.Scaler is ScalerPlan.Fixed ? null : args.Autoscaling!.ToSpec().Least * spec.PodsPerReplica,
                Autoscaler = AutoscalerOf(spec),
                AsksKeda = spec.Scaler is ScalerPlan.ScaledObject,
                CacheService = args.PredictionCache is null ? null : PredictionCacheServer.ServiceOf(args.Model),
            },
            monitoring.HasGpuMetrics && devices > 0);
    }

    // KEDA puts its own name before the ScaledObject's (kedacore/keda, tag v2.20.2, controllers/keda/hpa.go, getHPAName).
    private static string? AutoscalerOf(ServingSpec spec) => spec.Scaler switch
    {
        ScalerPlan.Hpa { Min: var min, Max: var max } when min < max => spec.Args.Model,
        ScalerPlan.ScaledObject { Min: var min, Max: var max } when min < max => $"keda-hpa-{spec.Args.Model}",
        _ => null,
    };

    private static int Minutes(double minutes, int least) => Math.Max(least, (int)Math.Ceiling(minutes));
}
