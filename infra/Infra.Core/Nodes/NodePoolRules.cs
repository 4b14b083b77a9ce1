using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Core.Nodes;

/// <summary>What a managed pool of NVIDIA GPU nodes may look like. Used for configuration and, again, by the component itself.</summary>
public static class NodePoolRules
{
    /// <summary>Checks a pool and adds everything that is wrong.</summary>
    /// <param name="path">Path of the pool; problems are at keys below it.</param>
    /// <param name="instanceTypes">Names of EC2 instance types.</param>
    /// <param name="amiType">EKS AMI type.</param>
    /// <param name="labels">Further node labels.</param>
    /// <param name="problems">Where the problems go.</param>
    /// <returns>The instance types that are known.</returns>
    public static ImmutableArray<InstanceType> Check(
        string path, IReadOnlyList<string> instanceTypes, string amiType, IEnumerable<KeyValuePair<string, string>> labels, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(instanceTypes);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(problems);
        var ami = CheckAmiType(path, amiType, problems);
        var known = ImmutableArray.CreateBuilder<InstanceType>();
        for (var i = 0; i < instanceTypes.Count; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "instanceTypes"), i);
            if (CheckInstanceType(at, instanceTypes[i], ami, problems) is not { } type)
            {
                continue;
            }

            if (known.Contains(type))
            {
                problems.Add(at, $"'{type.Name}' is listed already; name a type once");
            }
            else if (known.Count > 0 && known[0].Accelerator!.Name != type.Accelerator!.Name)
            {
                problems.Add(at, $"'{type.Name}' has {type.Accelerator.Name} GPUs, but '{known[0].Name}' has {known[0].Accelerator!.Name}; one pool has one kind of GPU, so make another pool");
            }

            known.Add(type);
        }

        foreach (var (key, value) in labels)
        {
            if ((LabelKey.Problem(key) ?? LabelKey.ReservedOnNodeGroup(key) ?? OwnLabel(key) ?? NameRules.LabelValue.Problem(value)) is { } problem)
            {
                problems.Add(ConfigPath.Key(ConfigPath.Key(path, "labels"), key), problem);
            }
        }

        return known.ToImmutable();
    }

    private static string? OwnLabel(string key) =>
        PoolContract.OwnLabels.Contains(key) ? "the pool sets this label itself; remove it" : null;

    private static AmiType? CheckAmiType(string path, string name, ConfigProblems problems)
    {
        if (AmiTypes.TryGet(name, out var ami) && ami.HasNvidiaDriver && ami.RetiredBecause is null)
        {
            return ami;
        }

        var found = ami switch
        {
            null => $"'{name}' is no EKS AMI type that is known here",
            { RetiredBecause: { } reason } => $"'{name}' is retired: {reason}",
            _ => $"'{name}' has no NVIDIA driver",
        };
        var usable = AmiTypes.All.Where(type => type.HasNvidiaDriver && type.RetiredBecause is null).Select(type => type.Name);
        problems.Add(ConfigPath.Key(path, "amiType"), $"{found}; there are: {string.Join(", ", usable)}");
        return null;
    }

    private static InstanceType? CheckInstanceType(string path, string name, AmiType? ami, ConfigProblems problems)
    {
        if (!InstanceCatalog.Default.TryGet(name, out var type))
        {
            problems.Add(path, $"'{name}' is not in the catalogue of GPU instance types{Hint(name)}");
            return null;
        }

        if (!HasNvidiaGpu(type))
        {
            problems.Add(path, $"'{name}' has no whole NVIDIA GPU; use a type such as g4dn.xlarge");
            return null;
        }

        if (ami is not null && type.Architecture != ami.Architecture)
        {
            problems.Add(path, $"'{name}' is {type.Architecture.ToKubernetes()}, but the AMI type {ami.Name} is {ami.Architecture.ToKubernetes()}; use instance types and an AMI type of one architecture");
            return null;
        }

        return type;
    }

    private static string Hint(string name)
    {
        var usable = InstanceCatalog.Default.All.Where(HasNvidiaGpu).Select(type => type.Name).ToList();
        if (Suggestion.Nearest(name, usable) is { } nearest)
        {
            return $"; did you mean '{nearest}'?";
        }

        var family = usable.Where(type => type.StartsWith(name.Split('.')[0] + ".", StringComparison.Ordinal)).ToList();
        return family.Count == 0 ? "" : $"; there are: {string.Join(", ", family)}";
    }

    private static bool HasNvidiaGpu(InstanceType type) => type.Accelerator is { Manufacturer: "nvidia", Count: > 0 };
}
