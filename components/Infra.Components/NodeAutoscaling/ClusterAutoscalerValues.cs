using Infra.Components.Helm;
using Infra.Core.Configuration;
using Infra.Core.Footprints;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Values of the cluster-autoscaler chart (9.59.0) that we set; all others keep the chart's defaults.</summary>
internal sealed record ClusterAutoscalerValues
{
    /// <summary>Service account of the pods, to which the Pod Identity role is bound.</summary>
    public const string ServiceAccount = "cluster-autoscaler";

    // The autoscaler's own example for AWS (kubernetes/autoscaler at 55c37cd, cloudprovider/aws/examples/cluster-autoscaler-autodiscover.yaml); the
    // chart sets none. Memory grows with nodes and pods, past 1Gi in the greatest clusters (EKS best practices at dc0243a, "Vertically Autoscaling
    // the Cluster Autoscaler"), so there is no limit: an autoscaler that is killed leaves pods pending.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(600);

    private const int Nobody = 65534;

    private const int MostReplicas = 2;

    /// <summary>What was asked for.</summary>
    public required ClusterAutoscalerArgs Args { get; init; }

    /// <summary>The image for the cluster's version; null where there is none, which is a problem.</summary>
    public required ImagePin? Image { get; init; }

    /// <summary>The values for a component's arguments; problems make them unusable.</summary>
    public static ClusterAutoscalerValues For(string name, ClusterAutoscalerArgs args, ConfigProblems problems)
    {
        var image = ClusterAutoscalerImages.For(args.KubernetesVersion);
        if (image is null)
        {
            problems.Add(
                ConfigPath.Key(name, "kubernetesVersion"),
                $"no Cluster Autoscaler is pinned for Kubernetes '{args.KubernetesVersion}'; there are: {string.Join(", ", ClusterAutoscalerImages.Versions)}");
        }

        if (args.Replicas is < 1 or > MostReplicas)
        {
            problems.Add(ConfigPath.Key(name, "replicas"), $"{args.Replicas} is not between 1 and {MostReplicas}; one pod leads, a second one waits");
        }

        return new ClusterAutoscalerValues { Args = args, Image = image };
    }

    /// <summary>The values document.</summary>
    public Dictionary<string, object> ToValues()
    {
        var values = Common();
        if (Args.PreferredNodeGroups.Count > 0)
        {
            values["expanderPriorities"] = NodeGroupPriorities.Of(Args.PreferredNodeGroups);
        }

        return values;
    }

    private Dictionary<string, object> Common() => new()
    {
        ["fullnameOverride"] = Pins.ClusterAutoscaler.Name,
        ["cloudProvider"] = "aws",
        ["awsRegion"] = Args.Region,
        // Without a digest: the chart makes a label of the tag, which can have none (templates/_helpers.tpl, cluster-autoscaler.labels).
        ["image"] = new Dictionary<string, object> { ["repository"] = Image!.Repository, ["tag"] = Image.Tag },
        ["autoDiscovery"] = new Dictionary<string, object>
        {
            ["clusterName"] = Args.ClusterName,
            ["tags"] = ClusterAutoscalerTags.Discovery(Args.ClusterName).ToArray<object>(),
        },
        ["replicaCount"] = Args.Replicas,
        ["resources"] = HelmScheduling.Resources(_cpu, _memory),
        ["extraArgs"] = ExtraArgs(),
        ["rbac"] = new Dictionary<string, object>
        {
            ["serviceAccount"] = new Dictionary<string, object> { ["create"] = true, ["name"] = ServiceAccount },
        },
        ["securityContext"] = new Dictionary<string, object>
        {
            ["runAsNonRoot"] = true,
            ["runAsUser"] = Nobody,
            ["runAsGroup"] = Nobody,
            ["fsGroup"] = Nobody,
            ["seccompProfile"] = new Dictionary<string, object> { ["type"] = "RuntimeDefault" },
        },
        ["containerSecurityContext"] = new Dictionary<string, object>
        {
            ["allowPrivilegeEscalation"] = false,
            ["readOnlyRootFilesystem"] = true,
            ["capabilities"] = new Dictionary<string, object> { ["drop"] = new object[] { "ALL" } },
        },
        ["topologySpreadConstraints"] = HelmScheduling.Spread("app.kubernetes.io/instance", Pins.ClusterAutoscaler.Name),
        ["serviceMonitor"] = ServiceMonitor(),
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint(int replicas) => new()
    {
        Workload = Pins.ClusterAutoscaler.Name,
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = _cpu,
        Memory = _memory,
        Budget = DisruptionBudget.OneAtATime,
        Spread = HelmScheduling.Topologies,
        Source = $"{Pins.ClusterAutoscaler.Name} {Pins.ClusterAutoscaler.Version}, templates/deployment.yaml; replicas and requests in our values",
    };

    private Dictionary<string, object> ExtraArgs() => new()
    {
        // One node group per zone grows evenly; labels that differ by pool keep pools apart.
        ["balance-similar-node-groups"] = true,
        // Of the groups that fit, the preferred one; of several alike, the one that leaves the least idle.
        ["expander"] = Args.PreferredNodeGroups.Count > 0 ? "priority,least-waste" : "least-waste",
        // Models keep weights in emptyDir volumes, which would pin an idle pod's node for ever otherwise.
        ["skip-nodes-with-local-storage"] = false,
        ["skip-nodes-with-system-pods"] = true,
        // A GPU node starts slowly: it stays ten minutes after its last pod, and after a sibling came.
        ["scale-down-unneeded-time"] = "10m",
        ["scale-down-delay-after-add"] = "10m",
        // A node with eight GPUs takes its time until its devices are advertised.
        ["max-node-provision-time"] = "20m",
    };

    private Dictionary<string, object> ServiceMonitor() => Args.Scraping is not { } scraping
        ? new() { ["enabled"] = false }
        : new()
        {
            ["enabled"] = true,
            ["interval"] = scraping.Interval,
            ["namespace"] = ClusterAutoscaler.Namespace,
            ["selector"] = scraping.SelectorLabels.ToDictionary(label => label.Key, object (label) => label.Value),
        };
}
