using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Components.Traffic;

/// <summary>Finds everything that is wrong with a gateway's arguments.</summary>
internal static class ModelGatewayCheck
{
    // Gateway API v1.6.1, GatewaySpec.listeners; one is for the redirection.
    private const int MostHosts = 63;
    private const int MostNameLength = 40;

    /// <summary>Adds the problems.</summary>
    public static void Run(string path, ModelGatewayArgs args, ConfigProblems problems)
    {
        if (NameRules.DnsLabel.Problem(args.Gateway) is { } wrong)
        {
            problems.Add($"{path}.gateway", wrong);
        }
        else if (args.Gateway.Length > MostNameLength)
        {
            problems.Add($"{path}.gateway", $"'{args.Gateway}' has {args.Gateway.Length} characters; allowed are 1 to {MostNameLength}");
        }

        if (args.Hosts.Count is 0 or > MostHosts)
        {
            problems.Add($"{path}.hosts", $"there are {args.Hosts.Count}; a gateway has 1 to {MostHosts}");
        }

        foreach (var host in args.Hosts.Where(host => NameRules.DnsSubdomain.Problem(host.Host) is not null))
        {
            problems.Add($"{path}.hosts", NameRules.DnsSubdomain.Problem(host.Host)!);
        }

        foreach (var host in args.Hosts.GroupBy(host => host.Host).Where(hosts => hosts.Count() > 1))
        {
            problems.Add($"{path}.hosts", $"'{host.Key}' is there {host.Count()} times; name a host once");
        }

        if (args.Replicas < 1)
        {
            problems.Add($"{path}.replicas", $"{args.Replicas} is less than 1");
        }

        if (!GatewayServices.All.ContainsKey(args.Service))
        {
            problems.Add($"{path}.service", $"'{args.Service}' is no kind of Service; there are: {string.Join(", ", GatewayServices.All.Keys)}");
        }
    }
}
