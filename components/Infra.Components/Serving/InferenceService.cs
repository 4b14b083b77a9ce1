using Infra.Components.Monitoring;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Units;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Policy = Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Infra.Components.Serving;

/// <summary>One served model on the plain backend: a Deployment behind a Service.</summary>
/// <remarks>
/// Children:
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
    /// <summary>URL of the REST interface inside the cluster.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    /// <summary>Declares the model.</summary>
    public InferenceService(string name, InferenceServiceArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.InferenceService, name, args, options)
    {
        var (runtime, modelSize) = Check(name, args);
        var budget = ColdStartBudget.For(runtime, modelSize.Bytes, args.NewNodes, fromInternet: args.Source.ArchiveUrl is not null);
        var labels = new ServingLabels(runtime, args.Model);
        Meta.ObjectMetaArgs Metadata() => new() { Name = args.Model, Namespace = args.Namespace, Labels = labels.All };

        var serviceAccount = new K8s.Core.V1.ServiceAccount($"{name}-service-account", new CoreV1.ServiceAccountArgs
        {
            Metadata = Metadata(),
            AutomountServiceAccountToken = false,
        }, Children.Of(this));
        var configuration = new K8s.Core.V1.ConfigMap($"{name}-config", new CoreV1.ConfigMapArgs
        {
            Metadata = Metadata(),
            Data = runtime.ConfigurationFiles.ToDictionary(),
        }, Children.Of(this));
        var networkPolicy = new K8s.Networking.V1.NetworkPolicy(
            $"{name}-network-policy", ServingNetworkPolicy.For(args, runtime, labels, Metadata()), Children.Of(this));

        var deploymentOptions = Children.Root(this, options, serviceAccount, configuration, networkPolicy);
        deploymentOptions.CustomTimeouts = new CustomTimeouts
        {
            Create = budget.PulumiTimeout,
            Update = budget.RolloutTimeout(args.Autoscaling?.MaxReplicas ?? args.Replicas),
        };
        var deployment = new K8s.Apps.V1.Deployment($"{name}-deployment", new Apps.DeploymentArgs
        {
            Metadata = Metadata(),
            Spec = new Apps.DeploymentSpecArgs
            {
                Replicas = args.Autoscaling is null ? (Input<int>)args.Replicas : (Input<int>?)null,
                Selector = new Meta.LabelSelectorArgs { MatchLabels = labels.Selector },
                Strategy = new Apps.DeploymentStrategyArgs
                {
                    Type = "RollingUpdate",
                    // Replace in place: a surge pod would need a spare GPU, and wait for one that isn't there.
                    RollingUpdate = new Apps.RollingUpdateDeploymentArgs { MaxSurge = 0, MaxUnavailable = 1 },
                },
                ProgressDeadlineSeconds = budget.ProgressDeadlineSeconds,
                RevisionHistoryLimit = 3,
                Template = ServingPod.Template(args, runtime, budget, labels, modelSize),
            },
        }, deploymentOptions);
        var service = new K8s.Core.V1.Service($"{name}-service", new CoreV1.ServiceArgs
        {
            Metadata = Metadata(),
            Spec = new CoreV1.ServiceSpecArgs
            {
                Selector = labels.Selector,
                Ports =
                {
                    new CoreV1.ServicePortArgs { Name = ServingPod.HttpPortName, Port = runtime.HttpPort, TargetPort = ServingPod.HttpPortName },
                    new CoreV1.ServicePortArgs { Name = ServingPod.GrpcPortName, Port = runtime.GrpcPort, TargetPort = ServingPod.GrpcPortName },
                },
            },
        }, Children.Of(this, deployment));
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{name}-disruption-budget", new Policy.PodDisruptionBudgetArgs
        {
            Metadata = Metadata(),
            Spec = new Policy.PodDisruptionBudgetSpecArgs
            {
                Selector = new Meta.LabelSelectorArgs { MatchLabels = labels.Selector },
                // Not minAvailable: with one replica that would block every drain.
                MaxUnavailable = 1,
                // A pod that never got ready serves nobody, and must not keep a node from being drained.
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        }, Children.Of(this));

        if (args.Autoscaling is { } autoscaling)
        {
            _ = new K8s.Autoscaling.V2.HorizontalPodAutoscaler(
                $"{name}-autoscaler", ServingAutoscaler.For(autoscaling, args.Model, budget, Metadata()), Children.Of(this, deployment));
        }

        if (args.Monitoring is { } monitoring)
        {
            _ = new ServiceMonitor($"{name}-monitor", ServingMonitor.For(monitoring, runtime, labels, Metadata()), Children.Of(this, service));
            _ = new PrometheusRule($"{name}-rules", ServingAlerts.For(args, monitoring, runtime, labels, Metadata()), Children.Of(this));
        }

        Url = Output.Format($"http://{args.Model}.{args.Namespace}.svc:{runtime.HttpPort}/v1/models/{args.Model}");
        RegisterOutputs();
    }

    private (RuntimeSpec Runtime, ByteSize ModelSize) Check(string name, InferenceServiceArgs args)
    {
        var problems = new ConfigProblems();
        InferenceServiceCheck.Run(name, args, problems, out var runtime, out var modelSize);
        return problems.IsEmpty
            ? (Runtimes.For(runtime, args.Model, gpu: args.Resources.Devices > 0), modelSize)
            : throw new ResourceException(problems.Render(ComponentTypes.InferenceService), this, hideStack: true);
    }
}
