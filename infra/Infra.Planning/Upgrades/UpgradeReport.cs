using Infra.Core;
using Infra.Planning.Diffing;
using Infra.Planning.Model;

namespace Infra.Planning.Upgrades;

/// <summary>The way from what an environment is to what it is to be.</summary>
/// <param name="Environment">The stack.</param>
/// <param name="Hops">One update after the other; each is for itself, with an <c>up</c> of its own.</param>
public sealed record UpgradeReport(string Environment, ValueList<UpgradeHop> Hops)
{
    /// <summary>Whether something forbids one of the updates.</summary>
    public bool IsBlocked => Hops.Any(static hop => hop.Blockers.Count > 0);

    /// <summary>One line.</summary>
    public string Summary
    {
        get
        {
            var way = Hops is [{ To: { } to } first, ..] && first.From != to ? $" Kubernetes {string.Join(" to ", Hops.Select(static hop => hop.To).Prepend(first.From))}," : "";
            var (replaced, losses) = (Hops.Sum(static hop => hop.Steps.Sum(static step => step.Replaced.Count())), Hops.Sum(static hop => hop.Diff.Losses.Count()));
            return $"{Environment}:{way} {Counted.Of(Hops.Count, "update")}, {Counted.Of(Hops.Sum(static hop => hop.Steps.Count), "step")}, {Counted.Of(replaced, "resource")} replaced"
                + (losses == 0 ? "" : $"; data may be lost with {losses} of them")
                + (IsBlocked ? $"; {Counted.Of(Hops.Sum(static hop => hop.Blockers.Count), "thing")} to do first" : "");
        }
    }
}
