using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>How pods find names.</summary>
public sealed record DnsConfig : IConfigRules
{
    /// <summary>Whether every node has a cache of names (NodeLocal DNSCache): lookups stay on the node, and a failed cluster DNS is bridged for the time that answers are kept. Default: false.</summary>
    public bool NodeLocalCache { get; init; }

    /// <summary>
    /// Address of the Service of the cluster DNS. Default: on EKS the tenth of the Services' addresses, which the cluster says; anywhere else it has to be given for the cache.
    /// </summary>
    [Matches("((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])[.]){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])", "an IPv4 address such as 10.96.0.10")]
    public string? ServiceAddress { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (ServiceAddress is not null && !NodeLocalCache)
        {
            problems.Add(ConfigPath.Key(path, "serviceAddress"), "only the cache of nodeLocalCache needs it; set nodeLocalCache: true or remove it");
        }
    }
}
