using System.Collections.Immutable;
using Infra.Core;

namespace Infra.Planning.Placement;

/// <summary>Whether every pod of a plan, rendered or declared, finds a node: at the least and at the most that autoscalers make of it.</summary>
public sealed record PlacementReport
{
    /// <summary>The stack.</summary>
    public required string Environment { get; init; }

    /// <summary>The pools, in the plan's order.</summary>
    public required ImmutableArray<PlacementPool> Pools { get; init; }

    /// <summary>What stands there always: least replicas, least nodes, and the nodes that these pods make the pools grow to. No Jobs.</summary>
    public required PlacementState Minimum { get; init; }

    /// <summary>Most replicas of every autoscaler at the same time, and every Job running.</summary>
    public required PlacementState Maximum { get; init; }

    /// <summary>The same while every workload is updated at once, with the pods that this adds; null where updates add none.</summary>
    public required PlacementState? Update { get; init; }

    /// <summary>vCPUs that AWS has to allow in the region, by quota.</summary>
    public required ImmutableArray<VcpuQuota> Quotas { get; init; }

    /// <summary>How many values that decide where pods run the plan doesn't know; the notes name them. Default: 0.</summary>
    public int NotKnown { get; init; }

    /// <summary>What couldn't be judged, and why.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The states that there are, smallest first.</summary>
    public IEnumerable<PlacementState> States => Update is null ? [Minimum, Maximum] : [Minimum, Maximum, Update];

    /// <summary>Whether no pod is without a node that has to have one. An update that waits for room is no finding: it goes on when there is some.</summary>
    public bool Fits => Minimum.Fits && Maximum.Fits;

    /// <summary>One line.</summary>
    public string Summary
    {
        get
        {
            var (least, most) = (Minimum.Nodes.Length, Maximum.Nodes.Length);
            var judged = Maximum.PodCount - Maximum.Elsewhere.Sum(pods => pods.Count);
            if (judged == 0)
            {
                return $"placement: {Counted.Of(Maximum.PodCount, "pod")}, left to nodes of which the plan says nothing";
            }

            var nodes = $"{Counted.Of(least, "node")} at minimum, {most} at maximum";
            var missing = (Minimum.Fits ? Maximum : Minimum).Unplaced.Where(pods => !pods.MayWait).Sum(pods => pods.Count);
            var waiting = Maximum.Unplaced.Where(pods => pods.MayWait).Sum(pods => pods.Count);
            var hidden = NotKnown == 0 ? "" : $"; not known: {Counted.Of(NotKnown, "value")} that {(NotKnown == 1 ? "decides" : "decide")}";
            return Fits
                ? $"placement: every one of {Counted.Of(judged, "pod")} fits{(waiting == 0 ? "" : $", save {waiting} that may wait for room")}; {nodes}{hidden}"
                : $"placement: {Counted.Of(missing, "pod")} {(missing == 1 ? "finds" : "find")} no node at {(Minimum.Fits ? "maximum" : "minimum")}; {nodes}{hidden}";
        }
    }
}
