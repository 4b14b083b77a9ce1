using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>What a managed pool of NVIDIA GPU nodes may look like. Used for configuration and, again, by the component itself.</summary>
public static class NodePoolRules
{
    /// <summary>Checks a pool and adds everything that is wrong.</summary>
    /// <param name="path">Path of the pool; problems are at keys below it.</param>
    /// <param name="instanceTypes">Names of EC2 instance types.</param>
    /// <param name="amiType">EKS AMI type.</param>
    /// <param name="labels">Keys of further node labels.</param>
    /// <param name="problems">Where the problems go.</param>
    /// <returns>The instance types that are known.</returns>
    public static ImmutableArray<InstanceType> Check(
        string path, IReadOnlyList<string> instanceTypes, string amiType, IEnumerable<string> labels, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(instanceTypes);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(problems);
        var ami = CheckAmiType(path, amiType, problems);
        var known = ImmutableArray.CreateBuilder<InstanceType>();
        for (var i = 0; i < instanceTypes.Count; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "instanceTypes"), i);
            if (CheckInstanceType(at, instanceTypes[i], ami, problems) is { } type)
            {
                known.Add(type);
            }
        }

        foreach (var label in labels.Where(NodeLabels.IsReserved))
        {
            problems.Add(
                ConfigPath.Key(ConfigPath.Key(path, "labels"), label),
                $"EKS refuses labels under {string.Join(", ", NodeLabels.ReservedPrefixes)} on node groups; use a prefix of your own");
        }

        return known.ToImmutable();
    }

    private static AmiType? CheckAmiType(string path, string name, ConfigProblems problems)
    {
        var at = ConfigPath.Key(path, "amiType");
        if (!AmiTypes.TryGet(name, out var ami))
        {
            problems.Add(at, $"'{name}' is no EKS AMI type for NVIDIA GPUs; there are: {string.Join(", ", AmiTypes.Available.Select(type => type.Name))}");
            return null;
        }

        if (ami.Retired is { } reason)
        {
            problems.Add(at, $"'{name}' is retired: {reason}; there are: {string.Join(", ", AmiTypes.Available.Select(type => type.Name))}");
            return null;
        }

        return ami;
    }

    private static InstanceType? CheckInstanceType(string path, string name, AmiType? ami, ConfigProblems problems)
    {
        if (!InstanceCatalog.Default.TryGet(name, out var type))
        {
            var hint = InstanceCatalog.Default.Suggest(name) is { } nearest ? $"; did you mean '{nearest}'?" : "";
            problems.Add(path, $"'{name}' is not in the catalogue of GPU instance types{hint}");
            return null;
        }

        if (type.Accelerator is not { Manufacturer: "nvidia", Count: > 0 })
        {
            problems.Add(path, $"'{name}' has no whole NVIDIA GPU; use a type such as g4dn.xlarge");
            return null;
        }

        if (ami is not null && type.Architecture != ami.Architecture)
        {
            problems.Add(path, $"'{name}' is {type.Architecture}, but the AMI type {ami.Name} is {ami.Architecture}; use instance types and an AMI type of one architecture");
            return null;
        }

        return type;
    }
}
