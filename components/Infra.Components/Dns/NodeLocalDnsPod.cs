using Infra.Components.Security.Registry;
using Infra.Core.Dns;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Dns;

/// <summary>The pod of <see cref="NodeLocalDnsCache"/>: in the node's network, because it answers at an address of the node.</summary>
internal static class NodeLocalDnsPod
{
    /// <summary>Key of the Corefile in the ConfigMap.</summary>
    public const string CorefileKey = "Corefile";

    // The packet filter's lock, which kube-proxy and the CNI take too.
    private const string Lock = "/run/xtables.lock";

    /// <summary>The pod.</summary>
    public static CoreV1.PodSpecArgs Of(NodeLocalDnsCacheArgs args) => new()
    {
        ServiceAccountName = NodeLocalDns.Name,
        AutomountServiceAccountToken = false,
        // The address of the Service upstream comes by environment variable.
        EnableServiceLinks = true,
        PriorityClassName = "system-node-critical",
        HostNetwork = true,
        // It would ask itself.
        DnsPolicy = "Default",
        Tolerations = { new CoreV1.TolerationArgs { Operator = "Exists" } },
        Affinity = new CoreV1.AffinityArgs { NodeAffinity = NotOnHybridNodes() },
        Containers = { Container(args) },
        Volumes =
        {
            new CoreV1.VolumeArgs { Name = "xtables-lock", HostPath = new CoreV1.HostPathVolumeSourceArgs { Path = Lock, Type = "FileOrCreate" } },
            new CoreV1.VolumeArgs
            {
                Name = "config",
                ConfigMap = new CoreV1.ConfigMapVolumeSourceArgs
                {
                    Name = NodeLocalDns.Name,
                    // The program writes its own Corefile out of this one.
                    Items = { new CoreV1.KeyToPathArgs { Key = CorefileKey, Path = "Corefile.base" } },
                },
            },
            // Servers for domains of one's own, where somebody named them for the cluster DNS.
            new CoreV1.VolumeArgs { Name = "kube-dns-config", ConfigMap = new CoreV1.ConfigMapVolumeSourceArgs { Name = NodeLocalDns.ClusterDns, Optional = true } },
        },
    };

    private static CoreV1.ContainerArgs Container(NodeLocalDnsCacheArgs args) => new()
    {
        Name = "node-cache",
        Image = ImageCacheArgs.Reference(args.ImageCache, NodeLocalDns.Image),
        Args = args.ServiceAddress.Apply(address => NodeLocalDns.Arguments(address).ToArray()),
        Ports =
        {
            new CoreV1.ContainerPortArgs { Name = "dns", Protocol = "UDP", ContainerPortValue = NodeLocalDns.Port },
            new CoreV1.ContainerPortArgs { Name = "dns-tcp", Protocol = "TCP", ContainerPortValue = NodeLocalDns.Port },
            new CoreV1.ContainerPortArgs { Name = "metrics", Protocol = "TCP", ContainerPortValue = NodeLocalDns.MetricsPort },
        },
        LivenessProbe = new CoreV1.ProbeArgs
        {
            HttpGet = new CoreV1.HTTPGetActionArgs { Host = NodeLocalDns.Address, Path = "/health", Port = NodeLocalDns.HealthPort },
            InitialDelaySeconds = 60,
            TimeoutSeconds = 5,
        },
        Resources = new CoreV1.ResourceRequirementsArgs { Requests = { ["cpu"] = NodeLocalDns.Cpu.ToString(), ["memory"] = NodeLocalDns.Memory.ToString() } },
        SecurityContext = new CoreV1.SecurityContextArgs
        {
            // It makes a network interface and packet filter rules, and listens below port 1024.
            Capabilities = new CoreV1.CapabilitiesArgs { Add = "NET_ADMIN" },
        },
        VolumeMounts =
        {
            new CoreV1.VolumeMountArgs { Name = "xtables-lock", MountPath = Lock },
            new CoreV1.VolumeMountArgs { Name = "config", MountPath = "/etc/coredns" },
            new CoreV1.VolumeMountArgs { Name = "kube-dns-config", MountPath = "/etc/kube-dns" },
        },
    };

    // Nodes outside AWS have a network of their own, mostly Cilium's, which takes a packet's way past these rules.
    private static CoreV1.NodeAffinityArgs NotOnHybridNodes() => new()
    {
        RequiredDuringSchedulingIgnoredDuringExecution = new CoreV1.NodeSelectorArgs
        {
            NodeSelectorTerms =
            {
                new CoreV1.NodeSelectorTermArgs
                {
                    MatchExpressions = { new CoreV1.NodeSelectorRequirementArgs { Key = "eks.amazonaws.com/compute-type", Operator = "NotIn", Values = { "hybrid", "fargate" } } },
                },
            },
        },
    };
}
