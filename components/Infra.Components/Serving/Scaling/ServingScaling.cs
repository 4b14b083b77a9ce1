using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;

namespace Infra.Components.Serving.Scaling;

/// <summary>What a model's inputs mean for its scaling.</summary>
internal static class ServingScaling
{
    // Whoever uses the component alone says by inputs what the configuration says by keys.
    private static readonly ScalingKeys _keys = new("prometheus", "monitoring", "the DCGM exporter");

    /// <summary>Adds what is wrong, beyond the specification itself and what the backend can't do.</summary>
    public static void Check(string path, InferenceServiceArgs args, RuntimeRequest request, ServingRuntime runtime, ServingBackend backend, ConfigProblems problems)
    {
        if (args.Autoscaling?.ToSpec() is { } spec && problems.IsEmpty)
        {
            AutoscalingRules.CheckModel($"{path}.autoscaling", spec, Model(args, request, Runtimes.For(runtime, backend, request), backend), _keys, problems);
        }
    }

    /// <summary>Who counts the replicas.</summary>
    public static ScalerPlan Plan(InferenceServiceArgs args, RuntimeRequest request, RuntimeSpec runtime, ServingBackend backend) => args.Autoscaling is { } autoscaling
        ? ScalerPlans.Of(autoscaling.ToSpec(), Model(args, request, runtime, backend))
        : new ScalerPlan.Fixed(args.Replicas);

    /// <summary>How fast they come and go; null where their number is fixed.</summary>
    public static ScalingWindows? Windows(InferenceServiceArgs args, ColdStartBudget budget) => args.Autoscaling is { } autoscaling
        ? ScalingWindows.For(budget, autoscaling.MinReplicas, autoscaling.MaxReplicas, autoscaling.KubernetesVersion)
        : null;

    /// <summary>How GPUs come on any of the pools.</summary>
    public static GpuPieces Pieces(IEnumerable<PoolReferenceArgs> pools) => ScaledModel.PiecesOf(pools.Select(pool => (IsNvidia(pool.DeviceResource), Sharing(pool.Sharing?.Mode))));

    private static ScaledModel Model(InferenceServiceArgs args, RuntimeRequest request, RuntimeSpec runtime, ServingBackend backend) => new()
    {
        Name = args.Model,
        Backend = backend,
        Runtime = runtime,
        Devices = args.Resources.Devices,
        PodsPerReplica = request.Llm?.PipelineParallel ?? 1,
        Pieces = Pieces(args.Pools),
        IsScraped = args.Monitoring is not null,
        HasPrometheus = args.Prometheus is not null,
        // Nobody tells the component; a trigger without identity fails, and the model keeps its replicas.
        HasAwsIdentity = true,
    };

    private static bool IsNvidia(string? device) => device?.StartsWith("nvidia.com/", StringComparison.Ordinal) != false;

    private static GpuSharingMode Sharing(string? mode) => Enum.TryParse<GpuSharingMode>(mode, out var sharing) ? sharing : GpuSharingMode.None;
}
