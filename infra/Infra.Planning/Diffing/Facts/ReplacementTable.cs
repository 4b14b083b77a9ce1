using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Facts;

/// <summary>Whether changes replace a resource, by the facts that there are about its type.</summary>
internal sealed class ReplacementTable(ReplacementFacts? facts)
{
    /// <param name="before">The resource as it is.</param>
    /// <param name="after">As it is asked for.</param>
    /// <param name="provider">The inputs of its provider; null where the plan hasn't got it.</param>
    public static ReplacementTable For(PlannedResource before, PlannedResource after, ValueMap? provider) => new(after.Kind switch
    {
        ResourceKind.Provider => ProviderReplacements.Of(after, before.Inputs),
        _ => KubernetesReplacements.Of(after, provider) ?? AwsReplacements.Of(after.Type) ?? RandomReplacements.Of(after.Type),
    });

    public Verdict Of(PropertyChange change)
    {
        var path = FactPath.Of(change.Path);
        if (facts is null)
        {
            return new Verdict(PropertyEffect.Unknown, new Reason(path, "no source tells whether it changes in place"));
        }
        if (facts.Replace.FirstOrDefault(fact => FactPath.Touches(fact, path, change)) is { } replacing)
        {
            return IsKnown(change)
                ? new Verdict(PropertyEffect.Replace, new Reason(change.Path.Shown, Forces(replacing, path), facts.Source))
                : new Verdict(PropertyEffect.Unknown, new Reason(change.Path.Shown, "replaces the resource if the value is another one; only the update will tell", facts.Source));
        }
        if (facts.Depends.FirstOrDefault(fact => FactPath.Touches(fact.Path, path, change)) is { When: { } when })
        {
            return new Verdict(PropertyEffect.Unknown, new Reason(change.Path.Shown, when, facts.Source));
        }
        return facts.OthersInPlace ? Verdict.InPlace : new Verdict(PropertyEffect.Unknown, new Reason(change.Path.Shown, "no source tells whether it changes in place", facts.Source));
    }

    /// <summary>Whether any change at this place replaces the resource.</summary>
    public bool Replaces(PropertyPath path) => facts is not null && facts.Replace.Any(fact => FactPath.IsAtOrBelow(FactPath.Of(path), fact));

    public string? Source => facts?.Source;

    private static string Forces(string fact, string path) => fact == path ? "can't change in place" : $"is part of {fact}, which can't change in place";

    // Something where there was nothing is another value, whichever it is.
    private static bool IsKnown(PropertyChange change) =>
        change is not { Kind: PropertyChangeKind.Change } or { Before: not (PlanValue.Unknown or PlanValue.Secret), After: not (PlanValue.Unknown or PlanValue.Secret) };
}
