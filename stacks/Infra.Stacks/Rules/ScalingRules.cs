using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Serving.Autoscaling;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of how models are scaled: what it takes of model, pools and environment is there.</summary>
internal static class ScalingRules
{
    private static readonly ScalingKeys _keys = new(
        PlatformRules.Key("monitoring.prometheus"), PlatformRules.Key("monitoring.prometheusOperator"), PlatformRules.Key("accelerators.dcgmExporter"));

    // What the runtime is made of: where that is wrong already, advice on its metrics would be wrong too.
    private static readonly string[] _unclear = ["runtime", "backend", "gpus", "llm", "container", "triton"];

    /// <summary>Adds the problems of the environment.</summary>
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("monitoring.prometheus.amazonWorkspace");
        if (settings is { Monitoring.Prometheus.AmazonWorkspace: not null, Cluster.Kubeconfig: not null } && !problems.Cover(path))
        {
            problems.Add(path, "KEDA asks it through EKS Pod Identity, which needs cluster.eks or cluster.existing; use url on this cluster");
        }
    }

    /// <summary>Adds the problems of one model.</summary>
    public static void CheckModel(string path, ModelConfig model, PlatformSettings settings, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        var known = model.Pools.Where(pools.ContainsKey).Select(name => pools[name]).ToList();
        var at = ConfigPath.Key(path, "autoscaling");
        if (model.Autoscaling?.ToSpec() is not { } spec || known.Count < model.Pools.Length || _unclear.Any(key => problems.Cover(ConfigPath.Key(path, key))))
        {
            return;
        }

        var devices = ModelDevices.Of(model, known.Select(pool => pool.GpusPerNode));
        if (ModelRequests.Runtime(model, devices, known.SelectMany(pool => pool.InstanceTypes)) is not { } runtime)
        {
            return;
        }

        var scaled = new ScaledModel
        {
            Name = model.Name,
            Backend = model.Backend,
            Runtime = runtime,
            Devices = devices,
            PodsPerReplica = model.Llm?.PipelineParallel ?? 1,
            Pieces = ScaledModel.PiecesOf(known.Select(pool => (IsNvidia(pool), pool.Sharing.Mode))),
            HasGpuMetrics = GpuMonitoring.IsThere(settings, known.All(pool => pool.IsExisting)),
            IsScraped = settings.Monitoring.Operator is not null,
            HasPrometheus = settings.Monitoring.Asked is not null,
            HasAwsIdentity = settings.Cluster.Kubeconfig is null,
        };
        AutoscalingRules.CheckModel(at, spec, scaled, _keys, problems);
    }

    private static bool IsNvidia(CheckedPool pool) => pool.IsExisting
        ? pool.Vendor == DeviceVendor.Nvidia
        : pool.InstanceTypes.All(type => type.Accelerator is null or { Manufacturer: "nvidia" });
}
