using System.Collections.Immutable;
using Infra.Core.Versions;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Policies;
using Infra.Planning.Policies.Kubernetes;

namespace Infra.Planning.Upgrades;

/// <summary>Says what one update of an environment does, in the order in which it is safe: from its plans before and after.</summary>
public static class Upgrade
{
    private const int AllowedSkew = 3;
    private const string Cluster = "aws:eks/cluster:Cluster";

    /// <summary>The version of the cluster that a plan makes; null for none.</summary>
    public static string? VersionOf(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return UpgradedResource.Of(plan, Cluster).Select(static cluster => cluster.Text("version")).FirstOrDefault();
    }

    /// <summary>An update that can't be planned.</summary>
    public static UpgradeHop Blocked(string? from, string to, IEnumerable<string> problems) => new(from, to) { Facts = [.. Support(to)], Blockers = [.. problems] };

    /// <summary>An update.</summary>
    /// <param name="before">What there is.</param>
    /// <param name="after">What is asked for.</param>
    /// <param name="sameReader">Whether both plans know the same things.</param>
    public static UpgradeHop Between(Plan before, Plan after, bool sameReader = true)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (from, to) = (VersionOf(before), VersionOf(after));
        var diff = PlanDiff.Between(before, after, sameReader);
        var groups = UpgradedResource.Of(before, UpgradedResource.NodeGroup).ToList();
        return new UpgradeHop(from, to)
        {
            Facts = [.. to is not null && from != to ? Support(to).Concat(Skew(groups, to)) : [], .. Compatibility(after, to)],
            Blockers = [.. to is null ? [] : TooOld(groups, to), .. from == to ? [] : Removed(after)],
            Steps = [.. UpgradeSteps.Of(diff, after, PlanPlacement.Of(after), from, to)],
            Diff = diff,
        };
    }

    private static IEnumerable<string> Support(string version) => KubernetesVersions.Find(version) is { } pin
        ? [$"Kubernetes {version} is in standard support until {pin.EndOfSupport}, and in extended support, which costs more, until {pin.EndOfExtendedSupport}"]
        : [];

    private static IEnumerable<string> Skew(List<UpgradedResource> groups, string to) =>
        from version in groups.Select(static nodes => nodes.Text("version")).OfType<string>().GroupBy(static text => text)
        let behind = KubernetesVersions.Minor(to) - KubernetesVersions.Minor(version.Key)
        where behind is >= 0 and <= AllowedSkew
        select $"kubelet {version.Key} on {version.Count()} node group{(version.Count() == 1 ? "" : "s")} is {behind} behind an API server of {to}; {AllowedSkew} are allowed";

    private static IEnumerable<string> TooOld(List<UpgradedResource> groups, string to) =>
        from nodes in groups
        let version = nodes.Text("version")
        where KubernetesVersions.Minor(to) - KubernetesVersions.Minor(version) > AllowedSkew
        select $"node group {nodes.Name} has kubelet {version}, more than {AllowedSkew} minor versions behind an API server of {to} (kubernetes.io, \"Version Skew Policy\"); update its nodes first";

    // An object of an API that is gone can't even be read any more, by the update that would mend it neither.
    private static IEnumerable<string> Removed(Plan after) =>
        PolicyCheck.Of(PolicyInput.Of(after), new PolicyOptions(DateOnly.MinValue), [new ServedVersions()]).Findings.Select(static finding => $"{finding.Resource.Name}: {finding.Message}");

    private static IEnumerable<string> Compatibility(Plan after, string? to)
    {
        var charts = UpgradedResource.Of(after, UpgradedResource.Release)
            .Select(static release => PinnedCharts.All.FirstOrDefault(pin => pin.Name == release.Chart && pin.Version == release.Text("version"))).OfType<ChartPin>()
            .DistinctBy(static pin => pin.Name).OrderBy(static pin => pin.Name, StringComparer.Ordinal).ToImmutableArray();
        foreach (var chart in to is null ? [] : charts.Where(static chart => chart.NewestKubernetes is not null))
        {
            yield return KubernetesVersions.Minor(chart.NewestKubernetes) >= KubernetesVersions.Minor(to)
                ? $"chart {chart.Name} {chart.Version} runs on {to}, says its publisher"
                : $"chart {chart.Name} {chart.Version} runs on Kubernetes up to {chart.NewestKubernetes}, says its publisher: move its pin first";
        }

        var unknown = charts.Where(static chart => chart.NewestKubernetes is null).Select(static chart => chart.Name).ToList();
        if (to is not null && unknown.Count > 0)
        {
            yield return $"not known whether these run on {to}; read their release notes: {string.Join(", ", unknown)}";
        }
    }
}
