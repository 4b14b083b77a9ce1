using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>An update doesn't take away the nodes that an autoscaler added.</summary>
internal sealed class AutoscalersOwnNodes : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL017",
        PolicySeverity.Warning,
        "The size of a node group that scales is left to its autoscaler",
        "Every update sets desiredSize back to the number in the program: nodes with running models are terminated, whatever the load.",
        "pulumi.com, aws.eks.NodeGroup: use ignoreChanges for scalingConfig.desiredSize");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        // Beside Karpenter nobody else scales a group.
        IsKarpenterAlone(context) ? [] :
        from pool in context.OfType(PolicyPools.NodeGroup)
        let scaling = pool["scalingConfig"]
        where scaling["minSize"].Number < scaling["maxSize"].Number
        where !pool.Resource.Options.IgnoreChanges.Any(path => path is "scalingConfig" or "scalingConfig.desiredSize")
        select pool.Finding(scaling["desiredSize"], "is set back at every update; list scalingConfig.desiredSize in ignoreChanges");

    private static bool IsKarpenterAlone(PolicyContext context) =>
        context.Pools.Any(pool => pool.IsKarpenter) && !context.OfType("kubernetes:helm.sh/v3:Release").Any(release => release["chart"].Text == "cluster-autoscaler");
}
