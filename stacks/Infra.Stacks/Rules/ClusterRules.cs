using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of cluster and account.</summary>
internal static class ClusterRules
{
    // Tag restrictions of EC2 (EC2 user guide, "Tag your Amazon EC2 resources").
    private const int LongestTagKey = 128;
    private const int LongestTagValue = 256;

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        CheckAccount(settings, problems);
        CheckZones(settings, problems);
    }

    private static void CheckAccount(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Aws is null && !problems.Cover(PlatformRules.Key("aws")) && (settings.Cluster.Existing ?? (object?)settings.Cluster.Eks) is not null)
        {
            problems.Add(PlatformRules.Key("aws"), "missing; an EKS cluster needs the region and the account, such as aws: {region: us-west-2, accountId: \"123456789012\"}");
        }

        foreach (var (tag, value) in settings.Aws?.Tags ?? ImmutableSortedDictionary<string, string>.Empty)
        {
            if (tag.Length is 0 or > LongestTagKey || value.Length > LongestTagValue)
            {
                problems.Add(
                    ConfigPath.Key(PlatformRules.Key("aws.tags"), tag),
                    $"the key has {tag.Length} and the value {value.Length} characters; AWS allows 1 to {LongestTagKey} and at most {LongestTagValue}");
            }

            if (tag.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || Tags.Own.Contains(tag))
            {
                problems.Add(ConfigPath.Key(PlatformRules.Key("aws.tags"), tag), "reserved: AWS keeps aws: for itself, and the stack sets " + string.Join(", ", Tags.Own));
            }
        }

        if (settings.Cluster.Kubeconfig is not null && !problems.Cover(PlatformRules.Key("cluster")) && settings.Storage.Buckets.Length > 0)
        {
            problems.Add(PlatformRules.Key("storage.buckets"), "model buckets are read through EKS Pod Identity, which needs cluster.eks or cluster.existing; use https:// sources on this cluster");
        }
    }

    private static void CheckZones(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings is not { Aws.Region: var region, Cluster.Existing: { } existing } || problems.Cover(PlatformRules.Key("aws.region")))
        {
            return;
        }

        for (var i = 0; i < existing.Zones.Length; i++)
        {
            var path = $"{PlatformRules.Key("cluster.existing")}.zones[{i}].name";
            if (!existing.Zones[i].Name.StartsWith(region, StringComparison.Ordinal) && !problems.Cover(path))
            {
                problems.Add(path, $"{Shown.Quoted(existing.Zones[i].Name)} is not a zone of the region {region}");
            }
        }
    }
}
