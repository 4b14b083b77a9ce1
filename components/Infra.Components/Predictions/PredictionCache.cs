using Infra.Components.Monitoring;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Serving.Predictions;
using Infra.Core.Units;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Policy = Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Infra.Components.Predictions;

/// <summary>Answers of one model, kept for who asks the same again. Stands in front of the model, on nodes without a GPU.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-configuration      nginx.conf and the script
/// NAME-service-account    identity of the pods, without an API token
/// NAME-network-policy     who may call the cache, and that it calls model and store only
/// NAME-deployment         the servers
/// NAME-service            ClusterIP, for callers in the place of the model's
/// NAME-disruption-budget  one pod at a time
/// NAME-monitor            optional: ServiceMonitor
/// </code>
/// Kept are answers of status 200 to POST requests, by path, body and its type; the header <c>X-Prediction-Cache</c> says how a request was answered. Not kept:
/// streams, what somebody marked as not to be kept, and what has an <c>Authorization</c> unless that is a part of the key. When the store fails, the model
/// answers. gRPC goes to the model itself.
/// </remarks>
public sealed class PredictionCache : ComponentResource
{
    /// <summary>URL for callers, with the path of the model's.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    /// <summary>Declares the cache.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public PredictionCache(string name, PredictionCacheArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.PredictionCache, name, args, options)
    {
        var problems = new ConfigProblems();
        PredictionCacheCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.PredictionCache);
        var text = Output.Tuple(args.ModelUrl, args.StoreHost).Apply(places => Configuration(args, places.Item1, places.Item2));
        var configuration = new K8s.Core.V1.ConfigMap($"{name}-configuration", new CoreV1.ConfigMapArgs
        {
            Metadata = Metadata(args),
            Data = { [PredictionCacheServer.ConfigurationFile] = text, [PredictionCacheServer.ScriptFile] = PredictionCacheServer.Script },
        }, Children.Root(this, options));
        var serviceAccount = new K8s.Core.V1.ServiceAccount($"{name}-service-account", new CoreV1.ServiceAccountArgs
        {
            Metadata = Metadata(args),
            AutomountServiceAccountToken = false,
        }, Children.Root(this, options));
        var networkPolicy = new K8s.Networking.V1.NetworkPolicy($"{name}-network-policy", NetworkPolicy(args), Children.Root(this, options));
        var deployment = new K8s.Apps.V1.Deployment($"{name}-deployment", new Apps.DeploymentArgs
        {
            Metadata = Metadata(args),
            Spec = new Apps.DeploymentSpecArgs
            {
                Replicas = args.Replicas,
                Selector = new Meta.LabelSelectorArgs { MatchLabels = PredictionCachePod.Selector(args) },
                Template = PredictionCachePod.Template(args, text.Apply(all => ContentHash.Of(all + PredictionCacheServer.Script))),
            },
        }, Children.Root(this, options, configuration, serviceAccount, networkPolicy));
        CreateAccess(name, args, deployment);
        Url = args.ModelUrl.Apply(url => args.Namespace.Apply(space => $"http://{PredictionCachePod.NameOf(args)}.{space}:{PredictionCacheServer.Port}{new Uri(url).AbsolutePath.TrimEnd('/')}"));
        RegisterOutputs();
    }

    private void CreateAccess(string name, PredictionCacheArgs args, K8s.Apps.V1.Deployment deployment)
    {
        var service = new K8s.Core.V1.Service($"{name}-service", new CoreV1.ServiceArgs
        {
            Metadata = Metadata(args),
            Spec = new CoreV1.ServiceSpecArgs
            {
                Selector = PredictionCachePod.Selector(args),
                Ports =
                {
                    new CoreV1.ServicePortArgs { Name = PredictionCachePod.PortName, Port = PredictionCacheServer.Port, TargetPort = PredictionCachePod.PortName },
                    new CoreV1.ServicePortArgs { Name = PredictionCachePod.MetricsPortName, Port = PredictionCacheServer.MetricsPort, TargetPort = PredictionCachePod.MetricsPortName },
                },
            },
        }, Children.Of(this, deployment));
        _ = new K8s.Policy.V1.PodDisruptionBudget($"{name}-disruption-budget", new Policy.PodDisruptionBudgetArgs
        {
            Metadata = Metadata(args),
            Spec = new Policy.PodDisruptionBudgetSpecArgs
            {
                Selector = new Meta.LabelSelectorArgs { MatchLabels = PredictionCachePod.Selector(args) },
                MaxUnavailable = 1,
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        }, Children.Of(this));
        if (args.Scraping is { } scraping)
        {
            var metadata = Metadata(args);
            metadata.Labels = PredictionCachePod.Labels(args).SetItems(scraping.SelectorLabels);
            _ = new ServiceMonitor($"{name}-monitor", new ServiceMonitorArgs
            {
                Metadata = metadata,
                Spec = new ServiceMonitorSpecArgs
                {
                    Selector = new Meta.LabelSelectorArgs { MatchLabels = PredictionCachePod.Selector(args) },
                    PodTargetLabels = { Core.Serving.ModelPods.Label },
                    Endpoints =
                    {
                        new ServiceMonitorEndpointArgs { Port = PredictionCachePod.MetricsPortName, Path = PredictionCacheServer.MetricsPath, Interval = scraping.Interval },
                    },
                },
            }, Children.Of(this, service));
        }
    }

    private static string Configuration(PredictionCacheArgs args, string modelUrl, string storeHost) => PredictionCacheServer.Configuration(new PredictionCacheOptions
    {
        Model = args.Model,
        Version = args.Version,
        Upstream = PredictionCacheServer.UpstreamOf(modelUrl),
        TimeToLive = new GoDuration(1000L * args.TimeToLiveSeconds),
        MaxSize = new ByteSize(1024L * args.MaxKiB),
        KeyHeaders = [.. args.KeyHeaders],
        StoreHost = storeHost,
        StorePort = args.StorePort,
        StoreTls = args.StoreTls,
    });

    // Model and store are called at ports that only their Services know, some of them outside the cluster.
    private static Net.NetworkPolicyArgs NetworkPolicy(PredictionCacheArgs args)
    {
        var calls = new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.OwnNamespace() }, Ports = { NetworkPeers.Tcp(PredictionCacheServer.Port) } };
        foreach (var client in args.ClientNamespaces.Distinct())
        {
            calls.From.Add(NetworkPeers.Namespace(client));
        }

        foreach (var cidr in args.SourceCidrs)
        {
            calls.From.Add(NetworkPeers.Addresses(cidr));
        }

        var policy = new Net.NetworkPolicySpecArgs
        {
            PodSelector = new Meta.LabelSelectorArgs { MatchLabels = PredictionCachePod.Selector(args) },
            PolicyTypes = { "Ingress", "Egress" },
            Ingress = { calls },
            Egress =
            {
                NetworkPeers.Dns(),
                new Net.NetworkPolicyEgressRuleArgs { To = { NetworkPeers.OwnNamespace() } },
                new Net.NetworkPolicyEgressRuleArgs { Ports = { NetworkPeers.Tcp(args.StorePort) } },
            },
        };
        if (args.PrometheusNamespace is { } prometheus)
        {
            policy.Ingress.Add(new Net.NetworkPolicyIngressRuleArgs { From = { NetworkPeers.Namespace(prometheus) }, Ports = { NetworkPeers.Tcp(PredictionCacheServer.MetricsPort) } });
        }

        return new Net.NetworkPolicyArgs { Metadata = Metadata(args), Spec = policy };
    }

    private static Meta.ObjectMetaArgs Metadata(PredictionCacheArgs args) => new() { Name = PredictionCachePod.NameOf(args), Namespace = args.Namespace, Labels = PredictionCachePod.Labels(args) };
}
