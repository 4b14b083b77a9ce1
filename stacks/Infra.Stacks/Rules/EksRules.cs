using System.Collections.Immutable;
using Infra.Core.Clusters;
using Infra.Core.Configuration;
using Infra.Core.Monitoring;
using Infra.Core.Naming;
using Infra.Core.Network;
using Infra.Core.Nodes;
using Infra.Core.Versions;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of a cluster that the stack makes, and of what comes only with one.</summary>
internal static class EksRules
{
    private static readonly string[] _baseNames = [.. EksAddOns.Base.Select(addOn => addOn.Name)];
    private static readonly string[] _besideAutoMode = [.. EksAddOns.Base.Except(EksAddOns.OfAutoMode).Select(addOn => addOn.Name)];
    private static readonly string[] _furtherNames = [.. EksAddOns.Optional.Select(addOn => addOn.Name)];

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        CheckBudget(settings, problems);
        if (settings.Cluster.Eks is not { } eks)
        {
            RefuseWithoutEks("network", settings.Network, settings, problems);
            RefuseWithoutEks("systemPool", settings.SystemPool, settings, problems);
            return;
        }

        var path = PlatformRules.Key("cluster.eks");
        Add(ConfigPath.Key(path, "version"), KubernetesVersions.Problem(eks.Version), problems);
        Add(ConfigPath.Key(path, "logRetentionDays"), LogRetention.Problem(eks.LogRetentionDays), problems);
        Add(ConfigPath.Key(path, "serviceCidr"), ServiceProblem(eks.ServiceCidr, settings.Network), problems);
        CheckNames(ConfigPath.Key(path, "administrators"), eks.Administrators.Keys, problems);
        CheckNames(ConfigPath.Key(path, "foreignNodeRoles"), eks.ForeignNodeRoles.Keys, problems);
        var isAutoMode = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode;
        CheckAddOns(ConfigPath.Key(path, "addOns"), eks.AddOns, isAutoMode ? _besideAutoMode : _baseNames, problems);
        if (isAutoMode)
        {
            RefuseWithAutoMode(PlatformRules.Key("systemPool"), settings.SystemPool, "runs controllers on nodes of its own", problems);
            RefuseWithAutoMode(ConfigPath.Key(path, "nodeRoleArn"), eks.NodeRoleArn, "has no managed nodes", problems);
        }
        else
        {
            CheckSystemPool(settings, problems);
        }

        if (settings.Network is null && !problems.Cover(PlatformRules.Key("network")))
        {
            problems.Add(PlatformRules.Key("network"), "missing; a new cluster needs zones, such as network: {zones: [us-west-2a, us-west-2b]}, or an existing VPC");
        }
    }

    // EKS API, KubernetesNetworkConfigRequest.
    private static string? ServiceProblem(Ipv4Network? services, NetworkConfig? network)
    {
        Ipv4Network[] allowed = [new(10u << 24, 8), new((172u << 24) | (16u << 16), 12), new((192u << 24) | (168u << 16), 16)];
        return services switch
        {
            null => null,
            { } range when range.Prefix is < 12 or > 24 || !allowed.Any(whole => whole.Contains(range)) =>
                $"{range} can't hold Services; allowed: a /12 to /24 out of {string.Join(", ", allowed)}",
            { } range when network is { Existing: null } && network.Cidr.Overlaps(range) => $"{range} overlaps the VPC's {network.Cidr}",
            _ => null,
        };
    }

    private static void RefuseWithoutEks(string key, object? value, PlatformSettings settings, ConfigProblems problems)
    {
        if (value is not null && !problems.Cover(PlatformRules.Key("cluster")) && (settings.Cluster.Existing ?? (object?)settings.Cluster.Kubeconfig) is not null)
        {
            problems.Add(PlatformRules.Key(key), "belongs to a cluster that the stack makes (cluster.eks), but this one exists; remove it");
        }
    }

    private static void RefuseWithAutoMode(string path, object? value, string reason, ConfigProblems problems)
    {
        if (value is not null)
        {
            problems.Add(path, $"EKS Auto Mode {reason}; remove this key, or use another kind of nodeAutoscaling");
        }
    }

    private static void CheckBudget(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings.Budget is not null && settings.Aws is null && !problems.Cover(PlatformRules.Key("aws")))
        {
            problems.Add(PlatformRules.Key("budget"), "is a budget of AWS, but the environment has no account; add aws: {region: us-west-2, accountId: \"123456789012\"} or remove it");
        }
    }

    private static void CheckSystemPool(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("systemPool");
        var pool = settings.SystemPool ?? new SystemPoolConfig();
        if (!problems.Cover(path))
        {
            var ami = SystemPoolRules.Check(path, pool.Types(), pool.AmiType, pool.Labels, problems);
            AmiReleaseRules.Check(ConfigPath.Key(path, "amiReleaseVersion"), ami, pool.AmiReleaseVersion, settings.Cluster.Eks?.Version, problems);
        }
    }

    private static void CheckAddOns(string path, AddOnsConfig addOns, string[] baseNames, ConfigProblems problems)
    {
        CheckList(ConfigPath.Key(path, "further"), addOns.Further, _furtherNames, problems);
        CheckList(ConfigPath.Key(path, "foreign"), addOns.Foreign, baseNames, problems);
        string[] managed = [.. baseNames.Except(addOns.Foreign), .. addOns.Further];
        foreach (var (key, map) in new[] { ("versions", addOns.Versions), ("roleArns", addOns.RoleArns) })
        {
            var at = ConfigPath.Key(path, key);
            foreach (var name in map.Keys.Where(name => !managed.Contains(name)))
            {
                Add(ConfigPath.Key(at, name), $"{Shown.Quoted(name)} is no add-on that the stack manages here; there are: {Shown.List(managed)}", problems);
            }
        }

        foreach (var name in addOns.RoleArns.Keys.Where(name => EksAddOns.TryGet(name, out var known) && known.ServiceAccounts.IsEmpty && managed.Contains(name)))
        {
            Add(ConfigPath.Key(ConfigPath.Key(path, "roleArns"), name), "this add-on calls nobody in AWS and takes no role; remove it", problems);
        }
    }

    private static void CheckList(string path, ImmutableArray<string> names, string[] known, ConfigProblems problems)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (!known.Contains(names[i]))
            {
                Add(ConfigPath.Index(path, i), $"{Shown.Quoted(names[i])} is none of {string.Join(", ", known)}", problems);
            }
            else if (names.Take(i).Contains(names[i]))
            {
                Add(ConfigPath.Index(path, i), $"{Shown.Quoted(names[i])} is listed already; name an add-on once", problems);
            }
        }
    }

    private static void CheckNames(string path, IEnumerable<string> names, ConfigProblems problems)
    {
        foreach (var name in names)
        {
            Add(ConfigPath.Key(path, name), NameRules.DnsLabel.Problem(name), problems);
        }
    }

    private static void Add(string path, string? problem, ConfigProblems problems)
    {
        // What could not be read is a placeholder.
        if (problem is not null && !problems.Cover(path))
        {
            problems.Add(path, problem);
        }
    }
}
