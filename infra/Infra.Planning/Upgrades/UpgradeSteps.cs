using Infra.Core.Versions;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Workloads;

namespace Infra.Planning.Upgrades;

/// <summary>Puts the changes of an update into steps, in the order in which they are safe. Every change is in one of them.</summary>
internal static class UpgradeSteps
{
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string ClusterAutoscaler = "cluster-autoscaler";

    private static readonly string[] _launching = ["NodePool", "EC2NodeClass", "NodeClass", "NodeOverlay"];

    public static IEnumerable<UpgradeStep> Of(PlanDiff diff, Plan after, PlacementReport placement, string? from, string? to)
    {
        var byKind = diff.Changes.Where(static change => change.Resource.Kind is not (ResourceKind.Component or ResourceKind.Stack)).ToLookup(KindOf);
        var moves = from != to;
        return
        [
            .. byKind[UpgradeStepKind.ControlPlane].Any() ? (UpgradeStep[])[ControlPlane(byKind[UpgradeStepKind.ControlPlane], from, to)] : [],
            .. AddOns(byKind[UpgradeStepKind.AddOns], after, moves ? to : null),
            .. Charts(UpgradeStepKind.Definitions, "custom resource definitions", byKind, ["before the controllers and objects that use them"]),
            .. Autoscaler(byKind[UpgradeStepKind.ClusterAutoscaler], to),
            .. Charts(UpgradeStepKind.Charts, "charts", byKind, []),
            .. NodeGroups(byKind[UpgradeStepKind.NodeGroup], placement),
            .. Launched(byKind[UpgradeStepKind.LaunchedNodes], placement, moves ? to : null),
            .. byKind[UpgradeStepKind.Rest].Any() ? (UpgradeStep[])[new UpgradeStep(UpgradeStepKind.Rest, "what else changes") { Changes = [.. byKind[UpgradeStepKind.Rest]] }] : [],
        ];
    }

    private static UpgradeStepKind KindOf(ResourceChange change) => change.Resource.Type switch
    {
        Cluster => UpgradeStepKind.ControlPlane,
        UpgradedResource.AddOn => UpgradeStepKind.AddOns,
        UpgradedResource.NodeGroup => UpgradeStepKind.NodeGroup,
        UpgradedResource.Release => Read(change).Chart switch
        {
            ClusterAutoscaler => UpgradeStepKind.ClusterAutoscaler,
            { } chart when chart.Contains("crd", StringComparison.Ordinal) => UpgradeStepKind.Definitions,
            _ => UpgradeStepKind.Charts,
        },
        _ => _launching.Contains(new PlannedObject(change.Resource).Kind) ? UpgradeStepKind.LaunchedNodes : UpgradeStepKind.Rest,
    };

    private static UpgradeStep ControlPlane(IEnumerable<ResourceChange> changes, string? from, string? to) => new(UpgradeStepKind.ControlPlane, from == to ? "control plane" : $"control plane {from} to {to}")
    {
        Facts = from == to ? [] : ["EKS replaces the API servers one after the other; pods go on. It needs up to five free addresses in the cluster's subnets. There is no way back."],
        Changes = [.. changes],
    };

    private static IEnumerable<UpgradeStep> AddOns(IEnumerable<ResourceChange> changes, Plan after, string? to)
    {
        var changed = changes.ToList();
        var unpinned = to is null ? [] : UpgradedResource.Of(after, UpgradedResource.AddOn).Select(static addOn => addOn.Name).Where(name => AddOnPins.For(name, to) is null).Order(StringComparer.Ordinal).ToList();
        if (changed.Count == 0 && unpinned.Count == 0)
        {
            yield break;
        }

        yield return new UpgradeStep(UpgradeStepKind.AddOns, "add-ons that EKS manages")
        {
            Facts = [.. changed.Select(static change => $"{Read(change).Name}: {MovedAddOn(change)}")],
            Warnings = unpinned.Count == 0 ? [] : [$"no version is pinned for {to}, and the provider leaves what it finds: {string.Join(", ", unpinned)}; 'aws eks describe-addon-versions --kubernetes-version {to} --addon-name NAME' tells what fits"],
            Changes = [.. changed],
        };
    }

    private static IEnumerable<UpgradeStep> Autoscaler(IEnumerable<ResourceChange> changes, string? to)
    {
        var changed = changes.ToList();
        if (changed.Count > 0)
        {
            yield return new UpgradeStep(UpgradeStepKind.ClusterAutoscaler, "Cluster Autoscaler")
            {
                Facts = to is not null && ClusterAutoscalerImages.For(to) is { } image ? [$"{image.Tagged}: its minor version is the cluster's, for it decides with that scheduler's code"] : [],
                Changes = [.. changed],
            };
        }
    }

    private static IEnumerable<UpgradeStep> Charts(UpgradeStepKind kind, string title, ILookup<UpgradeStepKind, ResourceChange> changes, ValueList<string> facts)
    {
        if (changes[kind].Any())
        {
            yield return new UpgradeStep(kind, title) { Facts = [.. changes[kind].Select(static change => $"{Read(change).Chart ?? change.Resource.Name}: {Moved(change, "version")}"), .. facts], Changes = [.. changes[kind]] };
        }
    }

    // Those without accelerators first: what is wrong with an image shows where it costs least.
    private static IEnumerable<UpgradeStep> NodeGroups(IEnumerable<ResourceChange> changes, PlacementReport placement) =>
        changes.Where(static change => change.After is not null)
            .Select(change => (Change: change, Pool: placement.Pools.FirstOrDefault(pool => pool.Urn == change.Resource.Parent)))
            .OrderBy(static one => one.Pool?.DevicesPerNode ?? 0)
            .Select(one => NodeGroupUpdate.Of(one.Change, Read(one.Change), one.Pool, placement))
            .Concat(changes.Where(static change => change.After is null).Select(static change => new UpgradeStep(UpgradeStepKind.NodeGroup, $"node group {change.Resource.Name} goes") { Changes = [change] }));

    private static IEnumerable<UpgradeStep> Launched(IEnumerable<ResourceChange> changes, PlacementReport placement, string? to)
    {
        var pools = placement.Pools.Where(static pool => pool.Launcher is NodeLauncher.Karpenter or NodeLauncher.AutoMode).ToList();
        var changed = changes.ToList();
        if (changed.Count > 0 || (to is not null && pools.Count > 0))
        {
            yield return new UpgradeStep(UpgradeStepKind.LaunchedNodes, $"nodes of {(pools.Exists(static pool => pool.Launcher == NodeLauncher.Karpenter) ? "Karpenter" : "EKS Auto Mode")} drift")
            {
                Facts =
                [
                    .. pools.Select(static pool => $"{pool.Name}: nodes of another version have drifted; a new one is launched before each is drained, within the pool's disruption budgets"),
                ],
                Warnings =
                [
                    .. pools.Where(static pool => pool.DevicesPerNode > 0 && pool.Most is not null)
                        .Where(pool => placement.Maximum.NodesOf(pool.Name) >= pool.Most)
                        .Select(static pool => $"{pool.Name} is at its limit of {pool.Most} nodes at maximum: no node drifts until pods leave, for there is no room for the new one"),
                ],
                Changes = [.. changed],
            };
        }
    }

    // A version that isn't asked for any more stays (addon_version is computed in the AWS provider's schema).
    private static string MovedAddOn(ResourceChange change) =>
        change is { Before: { } old, After: { } asked } && Text(asked, "addonVersion") is null && Text(old, "addonVersion") is { } kept ? $"{kept}, which stays" : Moved(change, "addonVersion");

    private static string Moved(ResourceChange change, string key)
    {
        var (before, after) = (change.Before is { } old ? Text(old, key) : null, change.After is { } asked ? Text(asked, key) : null);
        return (change.Before, change.After) switch
        {
            (null, _) => $"new, {after ?? "the default"}",
            (_, null) => "goes",
            _ when before == after => $"{after ?? "the default"}, with other settings",
            _ => $"{before ?? "the default"} to {after ?? "the default"}",
        };
    }

    private static string? Text(PlannedResource resource, string key) => new UpgradedResource(new PlannedObject(resource)).Text(key);

    private static UpgradedResource Read(ResourceChange change) => new(new PlannedObject(change.Resource));
}
