using Infra.Core.Footprints;
using Infra.Core.Network;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Dns;

/// <summary>
/// NodeLocal DNSCache: a cache of names on every node, which answers at the cluster DNS' own address, so that pods need no change. What stands here was read in
/// Kubernetes' manifest of it (kubernetes/kubernetes at 028f956d, cluster/addons/dns/nodelocaldns/nodelocaldns.yaml) and in the page "Using NodeLocal
/// DNSCache in Kubernetes Clusters" (kubernetes.io).
/// </summary>
public static class NodeLocalDns
{
    /// <summary>Name of the objects.</summary>
    public const string Name = "node-local-dns";

    /// <summary>
    /// The Service by which the cache reaches the cluster DNS: it can't ask at the address that it answers at itself. The program is told the Service's name
    /// and reads its address from the environment variables that the kubelet makes of Services.
    /// </summary>
    public const string Upstream = "kube-dns-upstream";

    /// <summary>Label of the cluster DNS' pods, on EKS as elsewhere.</summary>
    public const string ClusterDnsLabel = "k8s-app";

    /// <summary>Value of <see cref="ClusterDnsLabel"/>.</summary>
    public const string ClusterDns = "kube-dns";

    /// <summary>Link-local address of the cache on every node.</summary>
    public const string Address = "169.254.20.10";

    /// <summary>Port of DNS.</summary>
    public const int Port = 53;

    /// <summary>Port of the health check, on <see cref="Address"/> only.</summary>
    public const int HealthPort = 8080;

    /// <summary>Port of the metrics, on the node's own address.</summary>
    public const int MetricsPort = 9253;

    // Ten addresses into the Services' range: where EKS, kubeadm and kind put the cluster DNS.
    private const int DnsOffset = 10;

    /// <summary>CPU request: the manifest's.</summary>
    public static CpuQuantity Cpu { get; } = new(25);

    /// <summary>
    /// Memory request. The page counts some 30 MB for a full cache of 10,000 answers; twice that is for the program and its queries in work. There is no limit:
    /// a cache that is killed leaves its packet filter rules behind, and its node without names.
    /// </summary>
    public static ByteSize Memory { get; } = ByteSize.FromMebibytes(60);

    /// <summary>The pods.</summary>
    public static PodFootprint Footprint { get; } = new()
    {
        Workload = Name,
        Kind = WorkloadKind.DaemonSet,
        Cpu = Cpu,
        Memory = Memory,
        Tolerations = [Toleration.Everything],
        HostAccess = HostAccess.Network | HostAccess.Paths | HostAccess.Privileges,
        Source = "our own daemon set",
    };

    /// <summary>The image.</summary>
    public static ImagePin Image => Pins.NodeLocalDnsCache;

    /// <summary>Address of the cluster DNS.</summary>
    /// <param name="services">Addresses of the cluster's Services.</param>
    public static string ServiceAddress(Ipv4Network services) => services.Part(DnsOffset, 1).ToString().Split('/')[0];

    /// <summary>Arguments of the program.</summary>
    /// <param name="serviceAddress">Address of the cluster DNS.</param>
    public static IReadOnlyList<string> Arguments(string serviceAddress) =>
        ["-localip", $"{Address},{serviceAddress}", "-conf", "/etc/Corefile", "-upstreamsvc", Upstream, "-pidfile", "/tmp/node-cache.pid"];

    /// <summary>
    /// What the cache does: names of the cluster are asked for over TCP, which no full table of connections drops; others where the node asks. Names that
    /// don't exist are kept for 5 s only, because somebody may be waiting for them. The program puts addresses in the place of the words in capitals.
    /// </summary>
    /// <param name="serviceAddress">Address of the cluster DNS.</param>
    public static string Corefile(string serviceAddress) =>
        $$"""
        cluster.local:{{Port}} in-addr.arpa:{{Port}} ip6.arpa:{{Port}} {
            errors
            cache {
                success 9984 30
                denial 9984 5
            }
            reload
            loop
            bind {{Address}} {{serviceAddress}}
            forward . __PILLAR__CLUSTER__DNS__ {
                force_tcp
            }
            prometheus :{{MetricsPort}}
            health {{Address}}:{{HealthPort}}
        }
        .:{{Port}} {
            errors
            cache 30
            reload
            loop
            bind {{Address}} {{serviceAddress}}
            forward . __PILLAR__UPSTREAM__SERVERS__
            prometheus :{{MetricsPort}}
        }

        """.ReplaceLineEndings("\n");
}
