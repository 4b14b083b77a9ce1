using Infra.Components.Nodes;
using Infra.Components.Predictions;
using Infra.Components.Serving;
using Infra.Components.Serving.Traffic;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Rollouts;
using Infra.Core.Serving.Traffic;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Infra.Stacks.Rollouts;
using Infra.Stacks.Rules;
using Pulumi;

namespace Infra.Stacks;

/// <summary>What the component of a model gets from the configuration.</summary>
internal static class ModelArguments
{
    /// <summary>The component's arguments.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="variant">The model.</param>
    /// <param name="namespaceName">Namespace of the models.</param>
    /// <param name="priorityClass">Priority class of its pods; null for none.</param>
    /// <param name="source">Where its files come from; null where the image has them.</param>
    /// <param name="transformerSource">Where its transformer's files come from; null where there are none.</param>
    /// <param name="token">Token for Hugging Face; null for none.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    /// <param name="expose">Its way in from outside the cluster; null for none.</param>
    /// <param name="cache">A cache of its answers; null for none.</param>
    public static InferenceServiceArgs Of(
        PlatformSettings settings,
        ModelVariant variant,
        Output<string> namespaceName,
        string? priorityClass,
        ModelSourceArgs? source,
        ModelSourceArgs? transformerSource,
        SecretKeyArgs? token,
        IReadOnlyDictionary<string, PoolContract> contracts,
        ExposeArgs? expose,
        PredictionCacheArgs? cache)
    {
        var model = variant.Model;
        var pools = settings.Pools.Where(pool => model.Pools.Contains(pool.Name)).ToList();
        var devices = ModelDevices.Of(model, model.Pools.Select(pool => contracts[pool].DevicesPerNode));
        var request = ModelRequests.Of(model, devices, pools.SelectMany(Types));
        return new InferenceServiceArgs
        {
            ImageCache = CachedImages.ToArgs(settings),
            Model = model.Name,
            // A cache answers for the model, too.
            SharedName = model.SharedName ?? (model.PredictionCache is null ? null : model.Name),
            Namespace = namespaceName,
            Tenant = model.Tenant,
            Runtime = Runtimes.Name(model.Runtime),
            Backend = ServingBackends.Name(model.Backend),
            Source = source,
            HuggingFaceToken = token,
            ModelSize = model.Size.ToString(),
            Pools = [.. model.Pools.Select(pool => PoolReferenceArgs.From(contracts[pool]))],
            Accelerators = devices > 0 ? [.. request.Accelerators.Select(gpu => gpu.Id)] : [],
            Resources = new ResourcesArgs { Cpu = model.Resources.Cpu.ToString(), Memory = model.Resources.Memory.ToString(), Devices = devices },
            Environment = model.Environment.ToDictionary(),
            EnvironmentSecret = model.EnvironmentSecret,
            Llm = request.Llm is { } llm ? LlmArgs.From(llm, model.Llm!.Model, model.Llm.Shape?.ToArgs()) : null,
            TritonModels = [.. request.TritonModels.Select(TritonModelArgs.From)],
            Container = ServerContainerArgs.From(request.Container),
            Batching = BatchingArgs.From(request.Batching),
            Transformer = model.Transformer?.ToArgs(transformerSource),
            Ray = model.Backend == ServingBackend.Ray
                ? new RayArgs { Application = RayApplicationArgs.From(request.Ray), Redis = settings.Backends.Ray.Redis?.ToArgs(), Head = Head(settings.Backends.Ray.Head, contracts) }
                : null,
            ImageDelivery = WireNames.Name(ModelImages.Delivery(settings, model, contracts)),
            LongestRequestSeconds = request.LongestRequestSeconds,
            DeregistrationSeconds = TrafficPlan.DeregistrationSeconds(settings, model),
            Expose = expose,
            PredictionCache = cache,
            NewNodes = pools.Any(pool => pool.ExistingNodes is null),
            PriorityClass = priorityClass,
            ImagePullSecrets = [.. settings.ImagePull?.Names ?? []],
            Replicas = model.Replicas ?? 1,
            SpreadOverZones = ModelZones.AreKeptApart(settings, model),
            Autoscaling = AutoscalingArgs.From(model.Autoscaling?.ToSpec(), settings.KubernetesVersion),
            VerticalRecommendations = model.VerticalRecommendations,
            Prometheus = ModelScaling.AsksPrometheus(model) ? settings.Monitoring.Asked?.ToArgs() : null,
            Rollout = Rollout(model.Rollout),
            Shares = Shares(settings, variant, devices, pools),
            Analysis = variant.Stable is { } stable ? model.Rollout.Analysis?.ToArgs(stable) : null,
            Monitoring = Monitoring(settings, model.Objectives, pools),
            Mesh = model.Mesh?.ToArgs(settings.Mesh.Istio!, Candidate(settings, variant, devices, pools)),
            Traces = PlatformTraces.Of(settings),
            ClientNamespaces = [.. model.ClientNamespaces],
        };
    }

    private static RayHeadArgs Head(RayModelHeadConfig head, IReadOnlyDictionary<string, PoolContract> contracts) => new()
    {
        Cpu = head.Resources.Cpu.ToString(),
        Memory = head.Resources.Memory.ToString(),
        Pools = [.. head.Pools.Select(pool => PoolReferenceArgs.From(contracts[pool]))],
    };

    /// <summary>URL of a model's REST interface inside the cluster, known before the model exists.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="model">The model.</param>
    /// <param name="namespaceName">Namespace of the models.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    public static Output<string> Url(PlatformSettings settings, ModelConfig model, Output<string> namespaceName, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var devices = ModelDevices.Of(model, model.Pools.Select(pool => contracts[pool].DevicesPerNode));
        var runtime = ModelRequests.Runtime(model, devices, settings.Pools.Where(pool => model.Pools.Contains(pool.Name)).SelectMany(Types))!;
        var address = Address(model, runtime);
        return Output.Format($"http://{address.Service}.{namespaceName}.svc:{address.Port}{runtime.ApiPath}");
    }

    private static IEnumerable<InstanceType> Types(PoolConfig pool)
    {
        foreach (var name in pool.InstanceTypes)
        {
            if (InstanceCatalog.Default.TryGet(name, out var type))
            {
                yield return type;
            }
        }
    }

    // The stable model has the route of both. Its candidate has the same backend and runtime, but maybe another port.
    private static List<TrafficShareArgs>? Shares(PlatformSettings settings, ModelVariant variant, int devices, IReadOnlyList<PoolConfig> pools)
    {
        if (variant.Model.SharedName is not { } name || variant.Stable is not null)
        {
            return variant.Stable is null ? null : [];
        }

        return [.. settings.Variants
            // One side of a blue-green rollout gets everything, which any route can do.
            .Where(other => other.Model.SharedName == name && other.Weight > 0)
            .OrderBy(other => other.Stable is not null)
            .Select(other => TrafficShareArgs.Of(Address(other.Model, ModelRequests.Runtime(other.Model, devices, pools.SelectMany(Types))!), other.Weight))];
    }

    // Service of the candidate beside a stable model; null where there is none.
    private static TrafficShareArgs? Candidate(PlatformSettings settings, ModelVariant variant, int devices, IReadOnlyList<PoolConfig> pools) => settings.Variants
        .Where(other => other.Stable == variant.Model.Name)
        .Select(other => TrafficShareArgs.Of(Address(other.Model, ModelRequests.Runtime(other.Model, devices, pools.SelectMany(Types))!), other.Weight))
        .FirstOrDefault();

    private static ServingAddress Address(ModelConfig model, RuntimeSpec runtime) => ServingAddress.Of(model.Backend, model.Name, runtime, model.Transformer is not null);

    // A rollout that says nothing of pods is none to them.
    private static RolloutArgs? Rollout(RolloutConfig rollout) => rollout is { MaxSurge: 0, Unavailable: 1, Strategy: not RolloutStrategy.OnDelete }
        ? null
        : new RolloutArgs { MaxSurge = rollout.MaxSurge, MaxUnavailable = rollout.Unavailable, OnDelete = rollout.Strategy == RolloutStrategy.OnDelete };

    private static MonitoringArgs? Monitoring(PlatformSettings settings, ObjectivesConfig objectives, IEnumerable<PoolConfig> pools) => settings.Monitoring.Operator is { } prometheus
        ? new MonitoringArgs
        {
            PrometheusNamespace = prometheus.Namespace,
            SelectorLabels = prometheus.SelectorLabels.ToDictionary(),
            Runbooks = settings.Monitoring.Alerting.Runbooks,
            HasGpuMetrics = GpuMonitoring.IsThere(settings, pools.All(pool => pool.ExistingNodes is not null)),
            LatencyP95Seconds = objectives.LatencyP95Seconds,
            LatencyP99Seconds = objectives.LatencyP99Seconds,
            ErrorRatio = objectives.ErrorRatio,
            Availability = objectives.Availability,
            FirstTokenP95Seconds = objectives.FirstTokenP95Seconds,
            InterTokenP95Seconds = objectives.InterTokenP95Seconds,
            QueueP95Seconds = objectives.QueueP95Seconds,
        }
        : null;
}
