using Infra.Components.Dns;
using Infra.Core.Dns;
using Infra.Core.Network;
using Infra.Stacks.Images;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>The cache of names on every node.</summary>
internal static class PlatformDns
{
    /// <summary>Declares it where the settings ask for it.</summary>
    public static void Create(PlatformSettings settings, PlatformCluster cluster, Providers providers)
    {
        if (settings.Dns.NodeLocalCache)
        {
            _ = new NodeLocalDnsCache("dns-cache", new NodeLocalDnsCacheArgs
            {
                ImageCache = CachedImages.ToArgs(settings),
                ServiceAddress = settings.Dns.ServiceAddress is { } address ? (Input<string>)address : cluster.ServiceCidr!.Apply(Address),
                Scraping = settings.Monitoring.Scraping(),
            }, providers.Component([.. cluster.Ready]));
        }
    }

    private static string Address(string services) => Ipv4Network.TryParse(services, out var network)
        ? NodeLocalDns.ServiceAddress(network)
        : throw new InvalidOperationException($"The cluster says that its Services are at '{services}', which are no IPv4 addresses, and the cache is for those only; remove dns.nodeLocalCache.");
}
