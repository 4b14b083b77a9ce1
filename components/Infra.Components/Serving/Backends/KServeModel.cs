using Infra.Components.Serving.KServe;
using Infra.Components.Serving.Scaling;
using Infra.Components.Shared;
using Infra.Core.Serving.Autoscaling;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>A model as KServe's objects (v0.20.0, v1beta1).</summary>
internal static class KServeModel
{
    // The names by which KServe knows the server in a runtime, and the one container of a transformer.
    private const string Container = "kserve-container";
    private const string DeploymentMode = "serving.kserve.io/deploymentMode";
    private const string AutoscalerClass = "serving.kserve.io/autoscalerClass";

    // KServe's own (v0.20.0, pkg/constants, DefaultCPUUtilization), for a transformer whose model is scaled by what only the model has.
    private const int DefaultCpuPercent = 80;

    // Part of the pods' labels while a Deployment owns them (apps/v1).
    private const string RevisionLabel = "pod-template-hash";

    /// <summary>Name of the Service that KServe makes for the predictor.</summary>
    public static string PredictorName(ServingSpec spec) => $"{spec.Args.Model}-predictor";

    /// <summary>Name of the Service that KServe makes for the transformer.</summary>
    public static string TransformerName(ServingSpec spec) => $"{spec.Args.Model}-transformer";

    /// <summary>Name of the policy for the batcher.</summary>
    public static string BatcherName(ServingSpec spec) => $"{spec.Args.Model}-batcher";

    /// <summary>Labels that select the transformer's pods.</summary>
    public static IReadOnlyDictionary<string, string> TransformerLabels(ServingSpec spec) => ManagedBy.Selector(spec.Args.Model, "transformer");

    /// <summary>The server.</summary>
    public static KServeServingRuntimeArgs Runtime(ServingSpec spec)
    {
        var server = ServingPod.Server(GoTemplate.Literally(spec));
        server.Name = Container;
        if (spec.HasBatcher)
        {
            // KServe's agent, which batches, asks the server by the same probe, and its own client of HTTP takes no names of ports: it would never be ready (v0.20.0,
            // pkg/webhook/admission/pod/agent_injector.go and cmd/agent; knative/serving, pkg/queue/health/probe.go).
            server.ReadinessProbe = ServingPod.Readiness(spec.Runtime, spec.Runtime.HttpPort);
        }

        return new KServeServingRuntimeArgs
        {
            Metadata = spec.Metadata(),
            Spec = new KServeServingRuntimeSpecArgs { SupportedModelFormats = { Format(spec) }, Containers = { server } },
        };
    }

    /// <summary>The model.</summary>
    public static KServeInferenceServiceArgs Service(ServingSpec spec)
    {
        var metadata = spec.Metadata();
        metadata.Annotations = spec.MayBeEmpty ? Await.Nothing() : Await.Condition("Ready");
        metadata.Annotations.Add(DeploymentMode, "Standard");
        // With none, the number of pods is the fewest; without a class, KServe would make an HPA on CPU. With external it makes none and leaves the number alone.
        metadata.Annotations.Add(AutoscalerClass, spec.Args.Autoscaling is null ? "none" : "external");
        return new KServeInferenceServiceArgs
        {
            Metadata = metadata,
            Spec = new KServeInferenceServiceSpecArgs
            {
                Predictor = Predictor(spec),
                Transformer = spec.Args.Transformer is { } transformer ? (Input<KServeComponentArgs>)Transformer(spec, transformer) : null,
            },
        };
    }

    private static KServeModelFormatArgs Format(ServingSpec spec) => new() { Name = spec.Runtime.ModelFormat };

    private static KServeComponentArgs Predictor(ServingSpec spec)
    {
        var predictor = Component(spec, ServingPod.Pod(spec, ServingPod.Server(spec), RevisionLabel), ServingPod.Labels(spec));
        // The runtime has it.
        predictor.Containers = new InputList<CoreV1.ContainerArgs>();
        predictor.Model = new KServeModelArgs { ModelFormat = Format(spec), Runtime = spec.Args.Model };
        predictor.Annotations = ServingPod.Metadata(spec).Annotations;
        if (spec.HasBatcher)
        {
            predictor.Batcher = Batcher(spec.Args.Batching!);
        }

        return predictor;
    }

    private static KServeComponentArgs Transformer(ServingSpec spec, TransformerArgs transformer)
    {
        var labels = ManagedBy.Labels("transformer", spec.Args.Model, "transformer");
        var component = Component(spec, TransformerPod.For(spec, transformer, Container, TransformerLabels(spec)), labels);
        if (spec.Args.Autoscaling is { } autoscaling)
        {
            // It has no model to load, so that KServe's own autoscaler, which has no windows, does. A component's annotation wins over that of the whole.
            component.Annotations = new InputMap<string> { [AutoscalerClass] = "hpa" };
            component.MinReplicas = Math.Max(1, autoscaling.MinReplicas);
            component.MaxReplicas = autoscaling.MaxReplicas;
            component.AutoScaling = AutoScaling(autoscaling.ToSpec());
        }

        return component;
    }

    private static KServeComponentArgs Component(ServingSpec spec, CoreV1.PodSpecArgs pod, IReadOnlyDictionary<string, string> labels) => new()
    {
        Labels = labels.ToDictionary(),
        MinReplicas = spec.FixedReplicas is { } fewest ? (Input<int>)fewest : (Input<int>?)null,
        MaxReplicas = spec.FixedReplicas is { } most ? (Input<int>)most : (Input<int>?)null,
        DeploymentStrategy = new Apps.DeploymentStrategyArgs
        {
            Type = "RollingUpdate",
            // In place where nobody says otherwise: a surge pod would need a spare GPU, and wait for one that isn't there.
            RollingUpdate = new Apps.RollingUpdateDeploymentArgs { MaxSurge = spec.Rollout.MaxSurge, MaxUnavailable = spec.Rollout.MaxUnavailable },
        },
        Containers = pod.Containers,
        InitContainers = pod.InitContainers,
        // Read, an empty list would come into being.
        ImagePullSecrets = spec.Args.ImagePullSecrets.Count == 0 ? null : pod.ImagePullSecrets,
        Volumes = pod.Volumes,
        ServiceAccountName = pod.ServiceAccountName,
        AutomountServiceAccountToken = pod.AutomountServiceAccountToken,
        EnableServiceLinks = pod.EnableServiceLinks,
        PriorityClassName = pod.PriorityClassName,
        TerminationGracePeriodSeconds = pod.TerminationGracePeriodSeconds,
        SecurityContext = pod.SecurityContext,
        NodeSelector = pod.NodeSelector,
        Affinity = pod.Affinity,
        Tolerations = pod.Tolerations,
        TopologySpreadConstraints = pod.TopologySpreadConstraints,
    };

    private static KServeBatcherArgs Batcher(BatchingArgs batching) => new()
    {
        MaxBatchSize = batching.MaxBatchSize,
        MaxLatency = batching.MaxLatencyMs,
        Timeout = batching.TimeoutSeconds is { } seconds ? (Input<int>)seconds : null,
    };

    private static KServeAutoScalingArgs AutoScaling(AutoscalingSpec spec)
    {
        var targets = spec.Targets.Where(target => ScalingMetrics.IsResource(target.Metric)).DefaultIfEmpty(new ScalingTarget(ScalingMetric.Cpu, DefaultCpuPercent));
        return new KServeAutoScalingArgs
        {
            Metrics = targets
                .Select(target => new ScalerTrigger.Resource(target.Metric, (int)target.Value))
                .Select(resource => (Input<KServeMetricArgs>)new KServeMetricArgs { Type = "Resource", Resource = ModelHpa.Use(resource) })
                .ToArray(),
        };
    }
}
