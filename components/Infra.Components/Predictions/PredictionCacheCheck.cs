using System.Text.RegularExpressions;
using Infra.Components.Serving;
using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Components.Predictions;

/// <summary>What can be wrong with the arguments of a cache.</summary>
internal static partial class PredictionCacheCheck
{
    private const int MostKiB = 65_536;
    private const int MostPort = 65_535;

    /// <summary>Adds a problem for each wrong argument.</summary>
    public static void Run(string name, PredictionCacheArgs args, ConfigProblems problems)
    {
        if (NameRules.ServiceName.Problem(PredictionCachePod.NameOf(args)) is { } problem)
        {
            problems.Add(ConfigPath.Key(name, "model"), problem);
        }

        if (!VersionForm().IsMatch(args.Version))
        {
            problems.Add(ConfigPath.Key(name, "version"), $"{Shown.Quoted(args.Version)} is no version; allowed: letters, digits, '.', '_' and '-'");
        }

        CheckRange(ConfigPath.Key(name, "timeToLiveSeconds"), args.TimeToLiveSeconds, int.MaxValue, problems);
        CheckRange(ConfigPath.Key(name, "maxKiB"), args.MaxKiB, MostKiB, problems);
        CheckRange(ConfigPath.Key(name, "storePort"), args.StorePort, MostPort, problems);
        CheckRange(ConfigPath.Key(name, "replicas"), args.Replicas, int.MaxValue, problems);
        ArgumentProblems.Termination(name, args.LongestRequestSeconds, args.DeregistrationSeconds, problems);
        for (var i = 0; i < args.KeyHeaders.Count; i++)
        {
            if (!HeaderForm().IsMatch(args.KeyHeaders[i]))
            {
                problems.Add(ConfigPath.Index(ConfigPath.Key(name, "keyHeaders"), i), $"{Shown.Quoted(args.KeyHeaders[i])} is no header; allowed: a name in lower case such as x-tenant");
            }
        }

        if (args.Scraping is not null && args.PrometheusNamespace is null)
        {
            problems.Add(ConfigPath.Key(name, "prometheusNamespace"), "missing; the network policy has to let Prometheus in");
        }
    }

    private static void CheckRange(string path, int value, int most, ConfigProblems problems)
    {
        if (value < 1 || value > most)
        {
            problems.Add(path, most == int.MaxValue ? $"{value} is less than 1" : $"{value} is not between 1 and {most}");
        }
    }

    [GeneratedRegex("^[0-9A-Za-z._-]+$")]
    private static partial Regex VersionForm();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex HeaderForm();
}
