using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;

namespace Infra.Core.Nodes;

/// <summary>What a managed pool of nodes with accelerators may look like. Used for configuration and, again, by the component itself.</summary>
public static class NodePoolRules
{
    /// <summary>Checks a pool and adds everything that is wrong.</summary>
    /// <param name="path">Path of the pool; problems are at keys below it.</param>
    /// <param name="spec">What the pool is asked to be.</param>
    /// <param name="problems">Where the problems go.</param>
    public static CheckedNodePool Check(string path, NodePoolSpec spec, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(problems);
        var ami = CheckAmiType(ConfigPath.Key(path, "amiType"), spec, problems);
        AmiReleaseRules.Check(ConfigPath.Key(path, "amiReleaseVersion"), ami, spec.AmiRelease, spec.KubernetesVersion, problems);
        var types = CheckInstanceTypes(ConfigPath.Key(path, "instanceTypes"), spec, ami, problems);
        CapacityRules.Check(path, spec, types, problems);
        EfaRules.Check(path, spec, types, problems);
        NodeImageRules.Check(path, spec, types, ami, problems);
        foreach (var (key, value) in spec.Labels)
        {
            if ((LabelKey.Problem(key) ?? LabelKey.ReservedOnNodeGroup(key) ?? (spec.ByKarpenter ? LabelKey.ReservedByKarpenter(key) : null) ?? OwnLabel(key) ?? NameRules.LabelValue.Problem(value)) is { } problem)
            {
                problems.Add(ConfigPath.Key(ConfigPath.Key(path, "labels"), key), problem);
            }
        }

        return new CheckedNodePool { InstanceTypes = types, Ami = ami, Sharing = CheckSharing(ConfigPath.Key(path, "sharing"), spec, types, ami, problems) };
    }

    private static string? OwnLabel(string key) =>
        PoolContract.OwnLabels.Contains(key) ? "the pool sets this label itself; remove it" : null;

    private static AmiType? CheckAmiType(string path, NodePoolSpec spec, ConfigProblems problems)
    {
        var name = spec.AmiTypeName;
        if (AmiTypes.TryGet(name, out var ami) && ami is { DriverFor: not null, RetiredBecause: null })
        {
            return ami;
        }

        var found = ami switch
        {
            null => $"'{name}' is no EKS AMI type that is known here",
            { RetiredBecause: { } reason } => $"'{name}' is retired: {reason}",
            _ => $"'{name}' has no driver of an accelerator",
        };
        var usable = AmiTypes.All.Where(type => type is { DriverFor: not null, RetiredBecause: null }).Select(type => type.Name);
        problems.Add(path, $"{found}; there are: {string.Join(", ", usable)}");
        return null;
    }

    private static ImmutableArray<InstanceType> CheckInstanceTypes(string path, NodePoolSpec spec, AmiType? ami, ConfigProblems problems)
    {
        var known = ImmutableArray.CreateBuilder<InstanceType>();
        for (var i = 0; i < spec.InstanceTypes.Count; i++)
        {
            var at = ConfigPath.Index(path, i);
            if (InstanceTypeRules.Check(at, spec.InstanceTypes[i], ami, spec.Legacy, problems) is not { } type)
            {
                continue;
            }

            if (known.Contains(type))
            {
                problems.Add(at, $"'{type.Name}' is listed already; name a type once");
            }
            else if (known.Count > 0 && known[0].Accelerator!.Name != type.Accelerator!.Name)
            {
                problems.Add(at, $"'{type.Name}' has {type.Accelerator.Name} accelerators, but '{known[0].Name}' has {known[0].Accelerator!.Name}; one pool has one kind, so make another pool");
            }
            else if (spec.LocalNvme && type.LocalNvmeGigabytes == 0)
            {
                problems.Add(at, $"'{type.Name}' has no local NVMe disk; remove localNvme, or leave the type out");
            }

            known.Add(type);
        }

        return known.ToImmutable();
    }

    private static GpuSharing CheckSharing(string path, NodePoolSpec spec, IReadOnlyList<InstanceType> types, AmiType? ami, ConfigProblems problems)
    {
        var asked = spec.Sharing != new GpuSharingRequest();
        if (asked && types.FirstOrDefault(type => type.Accelerator!.Manufacturer != "nvidia") is { } other)
        {
            problems.Add(path, $"'{other.Name}' has Neuron devices, which pods share by asking for {ExtendedResources.NeuronCore}; remove it");
            return GpuSharing.None;
        }

        if (spec.Sharing.MigLayout is not null && ami is { IsBottlerocket: true })
        {
            problems.Add(ConfigPath.Key(path, "mig"), $"{ami.Name} knows no named layouts, which NVIDIA's MIG manager applies; use {AmiTypes.Default(ami.Architecture, ami.DriverFor)!.Name}");
        }

        return GpuSharingRules.Check(path, spec.Sharing, types, problems);
    }
}
