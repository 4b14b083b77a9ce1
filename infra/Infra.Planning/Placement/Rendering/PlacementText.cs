using System.Globalization;
using Infra.Core;
using Infra.Planning.Rendering;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Rendering;

/// <summary>A placement as text: what doesn't fit first, then pools, accelerators, quotas.</summary>
public static class PlacementText
{
    /// <summary>The lines.</summary>
    public static IEnumerable<TextLine> Render(PlacementReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Head(report).Concat(Unplaced(report)).Concat(Pools(report)).Concat(Devices(report)).Concat(Quotas(report)).Concat(Notes(report));
    }

    /// <summary>A part of the whole as people say it, e.g. <c>3 of 15</c>.</summary>
    internal static string Of(long part, long whole) => whole == 0 ? "-" : $"{part} of {whole}";

    /// <summary>Most nodes of a pool.</summary>
    internal static string Most(PlacementPool pool) => pool switch
    {
        { Most: { } most, Launcher: NodeLauncher.Nobody } when most != pool.Least => $"{pool.Least} (nobody adds any)",
        { Most: { } most } => most.ToString(CultureInfo.InvariantCulture),
        _ => "-",
    };

    /// <summary>What one knows of the nodes.</summary>
    internal static string Nodes(PlacementPool pool) => pool.InstanceTypes.IsEmpty ? "not known" : string.Join(", ", pool.InstanceTypes);

    /// <summary>What doesn't fit, and what waits, in each state; the same is said once, in the smallest state.</summary>
    internal static IEnumerable<(string Title, bool IsFinding, List<UnplacedPods> Pods)> Groups(PlacementReport report)
    {
        var (said, found) = (new HashSet<PodWorkload>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var state in report.States)
        {
            var place = state == report.Update ? "if everything were updated at once" : $"at {state.Name}";
            yield return ($"Without a node {place}", true, [.. state.Unplaced.Where(pods => !pods.MayWait && found.Add(pods.Message))]);
            yield return ($"Waiting for room {place}", false, [.. state.Unplaced.Where(pods => pods.MayWait && said.Add(pods.Workload))]);
        }
    }

    private static IEnumerable<TextLine> Head(PlacementReport report)
    {
        yield return TextLine.Of($"{report.Environment}: {report.Summary["placement: ".Length..]}", TextRole.Heading);
        yield return TextLine.Empty;
    }

    private static IEnumerable<TextLine> Unplaced(PlacementReport report)
    {
        foreach (var (title, isFinding, pods) in Groups(report).Where(group => group.Pods.Count > 0))
        {
            yield return TextLine.Of($"{title}:", TextRole.Heading);
            foreach (var one in pods)
            {
                yield return TextLine.Of(new TextSegment("  "), new(one.Message, isFinding ? TextRole.Error : TextRole.Plain));
                if (isFinding)
                {
                    yield return TextLine.Of($"    to resolve it: {one.Remedy}");
                    yield return TextLine.Of($"    the scheduler will say: {one.SchedulerMessage}");
                }
            }

            yield return TextLine.Empty;
        }
    }

    /// <summary>The pools that say something: of those that somebody else brings only the ones in use.</summary>
    internal static IReadOnlyList<PlacementPool> Shown(PlacementReport report) =>
        [.. report.Pools.Where(pool => pool.Urn is not null || report.States.Any(state => state.NodesOf(pool.Name) > 0))];

    private static IEnumerable<TextLine> Pools(PlacementReport report)
    {
        var pools = Shown(report);
        if (pools.Count == 0)
        {
            yield break;
        }

        foreach (var line in TextTable.Render(
            ["Pool", "Nodes at minimum>", "at maximum>", "of at most>", "Bought", "Instance types"],
            [.. pools.Select(pool => (string[])[pool.Name, $"{report.Minimum.NodesOf(pool.Name)}", $"{report.Maximum.NodesOf(pool.Name)}", Most(pool), Bought(pool), Nodes(pool)])]))
        {
            yield return line;
        }

        yield return TextLine.Empty;
    }

    private static string Bought(PlacementPool pool) => pool.InstanceTypes.IsEmpty ? "" : pool.CapacityType switch
    {
        Core.Nodes.CapacityType.Spot => "spot",
        Core.Nodes.CapacityType.CapacityBlock => "capacity block",
        _ => "on demand",
    };

    private static IEnumerable<TextLine> Devices(PlacementReport report)
    {
        var rows = report.Pools.SelectMany(pool => Uses(report.Minimum, pool).Concat(Uses(report.Maximum, pool)).Select(use => use.Resource).Distinct()
            .Select(resource => (string[])[pool.Name, resource, Used(report.Minimum, pool, resource), Used(report.Maximum, pool, resource), Lost(report, pool, resource)])).ToList();
        if (rows.Count == 0)
        {
            yield break;
        }

        foreach (var line in TextTable.Render(["Pool", "Accelerators", "used at minimum>", "at maximum>", "lost to fragments>"], rows))
        {
            yield return line;
        }

        yield return TextLine.Empty;
    }

    private static IEnumerable<DeviceUse> Uses(PlacementState state, PlacementPool pool) => state.Devices.Where(use => use.Pool == pool.Name);

    private static string Used(PlacementState state, PlacementPool pool, string resource) =>
        Uses(state, pool).FirstOrDefault(use => use.Resource == resource) is { } use ? Of(use.Used, use.Total) : "-";

    private static string Lost(PlacementReport report, PlacementPool pool, string resource) =>
        Uses(report.Maximum, pool).FirstOrDefault(use => use.Resource == resource) is { Fragmented: > 0 } use ? $"{use.Fragmented}" : "-";

    private static IEnumerable<TextLine> Quotas(PlacementReport report)
    {
        if (report.Quotas.IsEmpty)
        {
            yield break;
        }

        foreach (var line in TextTable.Render(
            ["vCPU quota of AWS", "Code", "needed at minimum>", "at maximum>", "if all pools are full>"],
            [.. report.Quotas.Select(quota => (string[])[quota.Name, quota.Code, $"{quota.Minimum}", $"{quota.Maximum}", quota.Limit is { } limit ? $"{limit}" : "-"])]))
        {
            yield return line;
        }
    }

    private static IEnumerable<TextLine> Notes(PlacementReport report)
    {
        if (report.Notes.IsEmpty)
        {
            yield break;
        }

        yield return TextLine.Empty;
        foreach (var note in report.Notes)
        {
            yield return TextLine.Of($"Note: {note}.");
        }
    }
}
