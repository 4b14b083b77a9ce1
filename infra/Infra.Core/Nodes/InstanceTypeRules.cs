using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>Whether an instance type can be a node of a pool with accelerators.</summary>
internal static class InstanceTypeRules
{
    // EC2's g4ad has graphics cards of AMD, and its dl1 the first Gaudi; neither has an AMI of EKS with a driver.
    private const string OtherVendors = "; AMD Instinct and Intel Gaudi are for edgePools and existingNodes";

    /// <summary>Checks one type.</summary>
    /// <param name="path">Path of the type's name.</param>
    /// <param name="name">Its name.</param>
    /// <param name="ami">AMI type of the pool; null where that is wrong itself.</param>
    /// <param name="legacy">Whether legacy types are meant.</param>
    /// <param name="problems">Where the problems go.</param>
    /// <returns>The type; null where the pool can't have it.</returns>
    public static InstanceType? Check(string path, string name, AmiType? ami, bool legacy, ConfigProblems problems)
    {
        if (!InstanceCatalog.Default.TryGet(name, out var type))
        {
            problems.Add(path, $"'{name}' is not in the catalogue of GPU instance types{Hint(name)}");
            return null;
        }

        if (!IsUsable(type))
        {
            problems.Add(path, $"'{name}' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge{(type.Accelerator is { Manufacturer: "amd" } ? OtherVendors : "")}");
            return null;
        }

        if (ami is not null && Mismatch(type, ami) is { } mismatch)
        {
            problems.Add(path, mismatch);
            return null;
        }

        if (!legacy && LegacyRules.Problem(type) is { } problem)
        {
            problems.Add(path, problem);
        }

        return type;
    }

    private static string? Mismatch(InstanceType type, AmiType ami)
    {
        if (type.Architecture != ami.Architecture)
        {
            return $"'{type.Name}' is {type.Architecture.ToKubernetes()}, but the AMI type {ami.Name} is {ami.Architecture.ToKubernetes()}; use instance types and an AMI type of one architecture";
        }

        return type.Accelerator!.Manufacturer == ami.DriverFor
            ? null
            : $"'{type.Name}' has {type.Accelerator.Name} devices, for which the AMI type {ami.Name} has no driver; use {AmiTypes.Default(type.Architecture, type.Accelerator.Manufacturer)!.Name}";
    }

    private static string Hint(string name)
    {
        var usable = InstanceCatalog.Default.All.Where(IsUsable).Select(type => type.Name).ToList();
        if (Suggestion.Nearest(name, usable) is { } nearest)
        {
            return $"; did you mean '{nearest}'?";
        }

        var family = usable.Where(type => type.StartsWith(name.Split('.')[0] + ".", StringComparison.Ordinal)).ToList();
        return family.Count > 0
            ? $"; there are: {string.Join(", ", family)}"
            : $"; './run catalog instances' lists the types, of the families {Families(usable)}{(name.StartsWith("dl1.", StringComparison.Ordinal) ? OtherVendors : "")}";
    }

    private static string Families(IEnumerable<string> types) =>
        string.Join(", ", types.Select(type => type.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));

    private static bool IsUsable(InstanceType type) => type.Accelerator is { Manufacturer: "nvidia" or "aws", Count: > 0 };
}
