using System.Collections.Frozen;
using Infra.Components.Monitoring;
using Infra.Components.Serving.Backends;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Serving;
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
/// NAME-config             configuration files of the runtime
/// NAME-network-policy     who may call the model and what it may reach
/// NAME-deployment         the model server; no replicas where an autoscaler owns them
/// NAME-service            REST and gRPC
/// NAME-disruption-budget  one pod at a time, so that a node can be drained
/// NAME-autoscaler         optional: HPA on CPU and memory
/// NAME-monitor            optional: ServiceMonitor
/// NAME-rules              optional: alerts on latency and errors
/// </code>
/// Pools and the role that reads the model are not the component's: name them in <c>DependsOn</c>, which the component
/// hands on to the Deployment, so that its pods come after them and go before them.
/// </remarks>
public sealed class InferenceService : ComponentResource
{
    private static readonly FrozenDictionary<ServingBackend, IServingBackend> _backends = new Dictionary<ServingBackend, IServingBackend>
    {
        [ServingBackend.Plain] = new PlainBackend(),
    }.ToFrozenDictionary();

    /// <summary>URL of the REST interface inside the cluster.</summary>
    [Output("url")]
    public Output<string> Url { get; }

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
        var configuration = new K8s.Core.V1.ConfigMap($"{name}-config", new CoreV1.ConfigMapArgs
        {
            Metadata = spec.Metadata(),
            Data = spec.Runtime.ConfigurationFiles.ToDictionary(),
        }, Children.Of(this));
        var networkPolicy = new K8s.Networking.V1.NetworkPolicy(
            $"{name}-network-policy", ServingNetworkPolicy.For(args, spec.Runtime, spec.Labels, spec.Metadata()), Children.Of(this));
        var served = _backends[spec.Backend].Create(spec, new ServingChildren(this, options, serviceAccount, configuration, networkPolicy));
        if (args.Monitoring is { } monitoring)
        {
            _ = new ServiceMonitor(
                $"{name}-monitor", ServingMonitor.For(monitoring, spec.Runtime, spec.Labels, spec.Metadata()), Children.Of(this, served.Service));
            _ = new PrometheusRule($"{name}-rules", ServingAlerts.For(args, monitoring, spec.Runtime, spec.Labels, spec.Metadata()), Children.Of(this));
        }

        Url = Output.Format($"{served.BaseUrl}{spec.Runtime.ApiPath}");
        RegisterOutputs();
    }

    private ServingSpec Check(string name, InferenceServiceArgs args)
    {
        var problems = new ConfigProblems();
        InferenceServiceCheck.Run(name, args, problems, out var runtime, out var backend, out var modelSize);
        problems.ThrowAt(this, ComponentTypes.InferenceService);
        var runtimeSpec = Runtimes.For(runtime, args.Model, gpu: args.Resources.Devices > 0);
        return new ServingSpec
        {
            Name = name,
            Backend = backend,
            Args = args,
            Runtime = runtimeSpec,
            Budget = ColdStartBudget.For(runtimeSpec, modelSize.Bytes, args.NewNodes, fromInternet: args.Source.ArchiveUrl is not null),
            Labels = new ServingLabels(runtimeSpec, args.Model),
            ModelSize = modelSize,
        };
    }
}
