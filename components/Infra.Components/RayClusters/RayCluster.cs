using Infra.Components.Jobs;
using Infra.Components.Serving.Backends;
using Infra.Components.Serving.Ray;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Pulumi;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.RayClusters;

/// <summary>A cluster of Ray that is there for whoever sends it work: a head, and groups of workers on pools.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-service-account   identity of the pods; only the head's autoscaler has an API token
/// NAME-network-policy    the pods among themselves, the operator, Prometheus, and the namespaces of clients
/// NAME-role              optional: IAM role, with policy and association
/// NAME-ray-cluster       RayCluster, of which KubeRay makes pods and the Service NAME-head-svc
/// NAME-monitor           optional: PodMonitor of all pods
/// </code>
/// Pools, volumes and <see cref="KubeRayOperator"/> are not the component's: name them in <c>DependsOn</c>.
/// </remarks>
public sealed class RayCluster : ComponentResource
{
    private const string Kind = "ray-cluster";

    // Condition of KubeRay: workers may wait for nodes, and there may be none at all.
    private const string HeadIsReady = "HeadPodReady";

    // A node for the head where there is none yet, and images of several gigabytes.
    private static readonly TimeSpan _start = TimeSpan.FromMinutes(20);

    private static readonly int[] _clientPorts = [RayPorts.Client, RayPorts.Dashboard, RayServe.HttpPort];

    /// <summary>Address of the dashboard inside the cluster, for <c>ray job submit --address</c>.</summary>
    [Output("dashboardUrl")]
    public Output<string> DashboardUrl { get; }

    /// <summary>Declares the cluster.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public RayCluster(string name, RayClusterArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.RayCluster, name, args, options)
    {
        var problems = new ConfigProblems();
        JobCheck.CheckName(ConfigPath.Key(name, "rayClusterName"), args.RayClusterName, JobNames.MaxLength, problems, "a cluster's");
        RayNodesCheck.Run(ConfigPath.Key(name, "nodes"), args.Nodes, problems);
        RayNodesCheck.CheckAccess(name, args.Policy, args.ClusterName, problems);
        problems.ThrowAt(this, ComponentTypes.RayCluster);
        var job = new JobSpec { Job = args.RayClusterName, Namespace = args.Namespace, Component = Kind, Pod = args.Nodes.Head.Pod };
        var before = JobChildren.Create(this, name, job, JobAccess.Of(args.ClusterName, ("policy", args.Policy)), options, Policy(args));
        var metadata = job.Metadata();
        metadata.Annotations = Await.Condition(HeadIsReady);
        var spec = RayNodes.Spec(job, args.Nodes);
        // Without it a change is only for pods that are made later.
        spec.UpgradeStrategy = new RayClusterUpgradeStrategyArgs { Type = "Recreate" };
        var after = Children.Root(this, options, before);
        after.CustomTimeouts = new CustomTimeouts { Create = _start, Update = _start };
        _ = new KubeRayCluster($"{name}-ray-cluster", new KubeRayClusterArgs { Metadata = metadata, Spec = spec }, after);
        RayMonitor.Create(this, name, args.RayClusterName, args.Namespace, args.Scraping);
        DashboardUrl = Output.Format($"http://{args.RayClusterName}-head-svc.{args.Namespace}.svc:{RayPorts.Dashboard}");
        RegisterOutputs();
    }

    private static Net.NetworkPolicySpecArgs Policy(RayClusterArgs args)
    {
        var policy = RayNetwork.Policy(args.RayClusterName, args.Nodes.Redis, args.PrometheusNamespace);
        if (args.ClientNamespaces.Count > 0)
        {
            policy.Ingress.Add(new Net.NetworkPolicyIngressRuleArgs
            {
                From = args.ClientNamespaces.Select(client => (Input<Net.NetworkPolicyPeerArgs>)NetworkPeers.Namespace(client)).ToArray(),
                Ports = NetworkPeers.Tcp(_clientPorts),
            });
        }

        return policy;
    }
}
