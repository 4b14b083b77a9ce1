using System.Globalization;
using Infra.Core;
using Infra.Planning.Diffing;
using Infra.Planning.Placement;

namespace Infra.Planning.Upgrades;

/// <summary>
/// The arithmetic of spare nodes while a managed node group changes its nodes. <c>DEFAULT</c> first raises the group above its maximum, by the larger of twice its zones and what may be unavailable; <c>MINIMAL</c>
/// ends old nodes first, and needs none (EKS user guide, "Understand each phase of node updates").
/// </summary>
internal static class NodeGroupUpdate
{
    private const int NodesForEachZone = 2;

    public static UpgradeStep Of(ResourceChange change, UpgradedResource group, PlacementPool? pool, PlacementReport placement)
    {
        var size = group.Number("scalingConfig", "maxSize") ?? 0;
        var away = Away(group, size);
        var isMinimal = group.Text("updateConfig", "updateStrategy") == "MINIMAL";
        var extra = isMinimal ? 0 : Math.Max(NodesForEachZone * (group.Count("subnetIds") ?? pool?.Zones.Length ?? 1), away);
        var before = change.Before is { } old ? new UpgradedResource(new Workloads.PlannedObject(old)) : null;
        return new UpgradeStep(UpgradeStepKind.NodeGroup, $"node group {group.Name}")
        {
            Facts =
            [
                .. Versions(before, group),
                isMinimal
                    ? $"{Counted.Of(away, "node")} at a time {(away == 1 ? "is" : "are")} drained and ended before new ones start (MINIMAL): no instance beyond the {size} that it may have"
                    : $"up to {Counted.Of(extra, "more node")} than the {size} that it may have are launched first (DEFAULT), then {away} at a time drained",
                .. Gpus(pool, away, extra),
            ],
            Warnings = pool is null ? [] : [.. Waiting(pool, away, isMinimal, placement), .. Quota(pool, extra, placement)],
            Changes = [change],
        };
    }

    // A share of the nodes is rounded down, and one at least.
    private static int Away(UpgradedResource group, int size) => group.Number("updateConfig", "maxUnavailablePercentage") is { } percentage
        ? Math.Max(1, size * percentage / 100)
        : group.Number("updateConfig", "maxUnavailable") ?? 1;

    private static IEnumerable<string> Versions(UpgradedResource? before, UpgradedResource group)
    {
        var (old, asked) = (before?.Text("version"), group.Text("version"));
        if (old != asked)
        {
            yield return $"kubelet {old ?? "of the cluster's version"} to {asked ?? "the cluster's version"}";
        }

        var (release, next) = (before?.Text("releaseVersion"), group.Text("releaseVersion"));
        yield return release == next
            ? next is null ? "AMI: the newest release for that version; none is pinned" : $"AMI release {next}, as before"
            : $"AMI release {release ?? "(the newest)"} to {next ?? "the newest"}";
    }

    private static IEnumerable<string> Gpus(PlacementPool? pool, int away, int extra) => pool is { Device: { } device, DevicesPerNode: var each }
        ? [string.Create(CultureInfo.InvariantCulture, $"{away * each} of its {device} {(away * each == 1 ? "is" : "are")} away at a time{(extra == 0 ? "" : $", and up to {extra * each} more of them are needed meanwhile")}")]
        : [];

    /// <summary>Pods of a node that is drained go to nodes that the pool may still launch; otherwise they wait for the new one.</summary>
    private static IEnumerable<string> Waiting(PlacementPool pool, int away, bool isMinimal, PlacementReport placement)
    {
        if (!isMinimal || pool.Most is not { } most)
        {
            yield break;
        }

        var (least, full) = (placement.Minimum.NodesOf(pool.Name), placement.Maximum.NodesOf(pool.Name));
        if (most - least < away)
        {
            yield return $"{pool.Name} has {most} nodes at most and needs {least} even at minimum: pods of a drained node wait until the new one is ready; raise max by {away - (most - least)} for the time, or let a second replica stand elsewhere";
        }
        else if (most - full < away)
        {
            yield return $"{pool.Name} has no room for {Counted.Of(away, "node")} more when everything is at maximum ({full} of {most}): pods wait then; update when less runs, or raise max by {away - (most - full)} for the time";
        }
    }

    private static IEnumerable<string> Quota(PlacementPool pool, int extra, PlacementReport placement)
    {
        if (extra == 0)
        {
            yield break;
        }
        if (Quotas.Of(pool) is not { } quota)
        {
            yield return $"{pool.Name} has reserved instances only, of which there are no more: EKS can't launch {Counted.Of(extra, "node")} first; set update.strategy to MINIMAL";
            yield break;
        }

        var running = placement.Quotas.FirstOrDefault(one => one.Code == quota.Code)?.Maximum ?? 0;
        yield return $"quota {quota.Code} ({quota.Name}) has to allow {running + (extra * quota.Vcpus)} vCPUs meanwhile, {extra * quota.Vcpus} more than at maximum; EC2 has to have the instances, too";
    }
}
