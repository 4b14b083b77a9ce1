using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Core.Nodes;

/// <summary>What a pool of nodes for controllers may look like. Used for configuration and, again, by the component itself.</summary>
public static class SystemPoolRules
{
    /// <summary>Checks a pool and adds everything that is wrong.</summary>
    /// <param name="path">Path of the pool; problems are at keys below it.</param>
    /// <param name="instanceTypes">Names of EC2 instance types.</param>
    /// <param name="amiType">EKS AMI type.</param>
    /// <param name="labels">Further node labels.</param>
    /// <param name="problems">Where the problems go.</param>
    /// <returns>The AMI type; null if it is none for this pool.</returns>
    public static AmiType? Check(
        string path, IReadOnlyList<string> instanceTypes, string amiType, IEnumerable<KeyValuePair<string, string>> labels, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(instanceTypes);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(problems);
        var ami = CheckAmiType(path, amiType, problems);
        var list = ConfigPath.Key(path, "instanceTypes");
        if (instanceTypes.Count == 0)
        {
            problems.Add(list, "there is none; name at least one type, such as m6i.large");
        }

        for (var i = 0; i < instanceTypes.Count; i++)
        {
            if (TypeProblem(instanceTypes, i, ami) is { } problem)
            {
                problems.Add(ConfigPath.Index(list, i), problem);
            }
        }

        foreach (var (key, value) in labels)
        {
            if ((LabelKey.Problem(key) ?? LabelKey.ReservedOnNodeGroup(key) ?? NameRules.LabelValue.Problem(value)) is { } problem)
            {
                problems.Add(ConfigPath.Key(ConfigPath.Key(path, "labels"), key), problem);
            }
        }

        return ami;
    }

    private static AmiType? CheckAmiType(string path, string name, ConfigProblems problems)
    {
        if (AmiTypes.TryGet(name, out var ami) && ami is { DriverFor: null, RetiredBecause: null })
        {
            return ami;
        }

        var found = ami switch
        {
            null => $"'{name}' is no EKS AMI type that is known here",
            { RetiredBecause: { } reason } => $"'{name}' is retired: {reason}",
            _ => $"'{name}' is for nodes with accelerators",
        };
        var usable = AmiTypes.All.Where(type => type is { DriverFor: null, RetiredBecause: null }).Select(type => type.Name);
        problems.Add(ConfigPath.Key(path, "amiType"), $"{found}; there are: {string.Join(", ", usable)}");
        return null;
    }

    private static string? TypeProblem(IReadOnlyList<string> types, int index, AmiType? ami)
    {
        var name = types[index];
        if (types.Take(index).Contains(name))
        {
            return $"'{name}' is listed already; name a type once";
        }

        if (!InstanceCatalog.Default.TryGet(name, out var type))
        {
            var plain = InstanceCatalog.Default.All.Where(known => known.Accelerator is null).Select(known => known.Name).ToList();
            var hint = Suggestion.Nearest(name, plain) is { } nearest ? $"; did you mean '{nearest}'?" : "; use a type such as m6i.large";
            return $"{Shown.Quoted(name)} is not in the catalogue of instance types{hint}";
        }

        if (type.Accelerator is not null)
        {
            return $"'{name}' has accelerators, which controllers would block; use a type without";
        }

        return ami is not null && type.Architecture != ami.Architecture
            ? $"'{name}' is {type.Architecture.ToKubernetes()}, but the AMI type {ami.Name} is {ami.Architecture.ToKubernetes()}; use instance types and an AMI type of one architecture"
            : null;
    }
}
