using System.Collections.Frozen;
using Infra.Components.Monitoring;
using Infra.Components.Predictions;
using Infra.Components.Serving.Backends;
using Infra.Components.Serving.Mesh;
using Infra.Components.Serving.Traffic;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Serving.Backends;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Serving;

/// <summary>One served model, on any runtime and backend.</summary>
/// <remarks>
/// Children on the plain backend; another backend has its own workload in the place of the Deployment:
/// <code>
/// NAME-service-account    identity of the pods, without an API token
/// NAME-config             optional: configuration files of the runtime
/// NAME-network-policy     who may call the model and what it may reach
/// NAME-deployment         the model server; no replicas where an autoscaler owns them
/// NAME-service            REST, and gRPC and metrics where the runtime has ports for them
/// NAME-disruption-budget  one pod at a time, so that a node can be drained
/// NAME-autoscaler         optional: HPA, where CPU and memory decide
/// NAME-scaled-object      optional: KEDA, where anything else does; never both, and neither on Ray, which has its own
/// NAME-authentication     optional: as whom KEDA asks AWS
/// NAME-monitor            optional: ServiceMonitor, where the runtime has metrics
/// NAME-rules              optional: what Prometheus records of the model, and alerts on what it promises
/// NAME-analysis           optional: alerts that compare it with another model
/// NAME-cache              optional: <see cref="PredictionCache"/>
/// NAME-destination-rule, NAME-virtual-service, NAME-telemetry   optional: what Istio does with its calls, see <see cref="MeshArgs"/>
/// NAME-route, NAME-ingress, …   optional: the way from outside the cluster, see <see cref="ExposeArgs"/>
/// </code>
/// Pools and the role that reads the model are not the component's: name them in <c>DependsOn</c>, which the component
/// hands on to the Deployment, so that its pods come after them and go before them.
/// </remarks>
public sealed class InferenceService : ComponentResource
{
    private static readonly FrozenDictionary<ServingBackend, IServingBackend> _backends = new Dictionary<ServingBackend, IServingBackend>
    {
        [ServingBackend.Plain] = new PlainBackend(),
        [ServingBackend.KServe] = new KServeBackend(),
        [ServingBackend.LlmInferenceService] = new LlmInferenceServiceBackend(),
        [ServingBackend.Ray] = new RayBackend(),
        [ServingBackend.LeaderWorkerSet] = new LeaderWorkerSetBackend(),
    }.ToFrozenDictionary();

    /// <summary>URL of the REST interface inside the cluster.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    /// <summary>URL of the REST interface outside the cluster; empty where the model isn't exposed.</summary>
    [Output("publicUrl")]
    public Output<string> PublicUrl { get; }

    /// <summary>URL that callers use inside the cluster: that of the cache of its answers, and where there is none the model's own.</summary>
    [Output("callersUrl")]
    public Output<string> CallersUrl { get; }

    /// <summary>Declares the model.</summary>
    public InferenceService(string name, InferenceServiceArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.InferenceService, name, args, options)
    {
        var spec = Check(name, args);
        var serviceAccount = new K8s.Core.V1.ServiceAccount($"{name}-service-account", new CoreV1.ServiceAccountArgs
        {
            Metadata = spec.Metadata(),
            AutomountServiceAccountToken = false,
        }, Children.Of(this));
        var before = new List<Resource> { serviceAccount };
        if (!spec.Runtime.ConfigurationFiles.IsEmpty)
        {
            before.Add(new K8s.Core.V1.ConfigMap($"{name}-config", new CoreV1.ConfigMapArgs
            {
                Metadata = spec.Metadata(),
                Data = spec.Runtime.ConfigurationFiles.ToDictionary(),
            }, Children.Of(this)));
        }

        before.Add(new K8s.Networking.V1.NetworkPolicy(
            $"{name}-network-policy", ServingNetworkPolicy.For(args, spec.Runtime, spec.Labels, spec.Metadata()), Children.Of(this)));
        var served = _backends[spec.Backend].Create(spec, new ServingChildren(this, options, [.. before]));
        if (args.Monitoring is { } monitoring)
        {
            if (spec.Runtime.Metrics is { } metrics)
            {
                _ = new ServiceMonitor($"{name}-monitor", ServingMonitor.For(monitoring, metrics, spec.Labels, spec.Metadata()), Children.Of(this, served.Service));
            }

            _ = new PrometheusRule($"{name}-rules", ServingRules.For(spec, monitoring), Children.Of(this));
        }

        if (args is { Analysis: { } analysis, Monitoring: { } comparing } && spec.Runtime.Metrics is { } compared)
        {
            _ = new PrometheusRule($"{name}-analysis", ServingRules.ForCandidate(spec, analysis, comparing, compared), Children.Of(this));
        }

        MeshPolicies.Create(spec, served, new ServingChildren(this, options));
        PredictionCache? cache = null;
        if (args.PredictionCache is { } cached)
        {
            // A new version comes first: until the last pod of the old one is gone, its answers belong under its own key.
            cache = new PredictionCache($"{name}-cache", cached, new ComponentResourceOptions { Parent = this, DependsOn = { served.Service } });
            served = served with { Service = cache };
        }

        PublicUrl = Output.Create(Exposure.Create(spec, served, new ServingChildren(this, options)));
        Url = Output.Format($"{served.BaseUrl}{spec.Runtime.ApiPath}");
        CallersUrl = cache?.Url ?? Url;
        RegisterOutputs();
    }

    private ServingSpec Check(string name, InferenceServiceArgs args)
    {
        var problems = new ConfigProblems();
        var spec = InferenceServiceCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.InferenceService);
        return spec!;
    }
}
