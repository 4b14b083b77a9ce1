using System.Globalization;
using Infra.Core;
using Infra.Core.Prices;
using Infra.Core.Versions;
using Infra.Planning.Model;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs.Lines;

/// <summary>EKS' control plane: one price in standard support, another in extended support, which a cluster comes into unless its upgrade policy forbids it.</summary>
internal sealed class ControlPlaneCost : ICostRule
{
    private const string Cluster = "aws:eks/cluster:Cluster";

    public IReadOnlyCollection<string> Types => [Cluster];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var cluster in plan.Of(Cluster))
        {
            var (region, end) = (plan.RegionOf(cluster), EndOfSupport(cluster));
            var mayExtend = (string?)cluster.Inputs["upgradePolicy"]?["supportType"] != "STANDARD";
            var isExtended = mayExtend && end is { } last && plan.Options.On > last;
            var line = new LineDraft(CostKind.ControlPlane, $"control-plane/{(string?)cluster.Inputs["name"] ?? cluster.Resource.Name}", $"EKS control plane, {(isExtended ? "extended" : "standard")} support")
            {
                Notes = [Support((string?)cluster.Inputs["version"], end, mayExtend)],
            }.Of(cluster);
            sheet.Add(line, isExtended ? PriceIds.ExtendedCluster : PriceIds.Cluster, region, 1, 1);
            if (mayExtend && plan.Options.On is null && end is { } day)
            {
                var extended = new LineDraft(CostKind.ControlPlane, $"{line.Id}/extended", Invariant($"instead of standard support, from {day.AddDays(1):yyyy-MM-dd} on")).Of(cluster);
                sheet.AddAlternative(extended, new CostAmount(1, PriceList.Default.Find(PriceIds.ExtendedCluster, region)!), region);
            }
        }
    }

    private static DateOnly? EndOfSupport(PlannedObject cluster) =>
        KubernetesVersions.All.FirstOrDefault(pin => pin.Version == (string?)cluster.Inputs["version"])?.EndOfSupport is { } end ? DateOnly.ParseExact(end, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string Support(string? version, DateOnly? end, bool mayExtend) => (end, mayExtend) switch
    {
        (null, _) => $"When standard support of Kubernetes {version ?? "(unknown)"} ends isn't among the pins.",
        ({ } day, true) => Invariant($"Kubernetes {version} is in standard support until {day:yyyy-MM-dd}; after that extended support is paid."),
        ({ } day, false) => Invariant($"Kubernetes {version} is in standard support until {day:yyyy-MM-dd}; EKS upgrades the cluster then (upgrade policy STANDARD), so that extended support is never paid."),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
