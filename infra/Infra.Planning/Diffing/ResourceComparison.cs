using Infra.Planning.Diffing.Facts;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Compares one resource with what it was.</summary>
/// <param name="settings">Compares what isn't input.</param>
/// <param name="cascades">Tells what other resources do to it.</param>
/// <param name="sameReader">Whether both plans know the same things.</param>
internal sealed class ResourceComparison(SettingsComparison settings, Cascades cascades, bool sameReader)
{
    /// <returns>What becomes of it; null for what stays the same.</returns>
    public ResourceChange? Of(PlannedResource before, PlannedResource after)
    {
        // Nearly all of a plan is like this.
        if (before == after && !cascades.Touch(after))
        {
            return null;
        }
        var table = ReplacementTable.For(before, after, cascades.ProviderInputs(after));
        var reasons = cascades.Of(before, after, table).ToList();
        var inputs = Inputs(before, after, table, reasons);
        var noted = settings.Of(before, after);
        if (Kind(before, after, inputs, noted, reasons) is not { } kind)
        {
            return inputs.Count + noted.Count == 0 ? null : new ResourceChange { Kind = ChangeKind.Update, Before = before, After = after, Inputs = [.. inputs], Settings = [.. noted] };
        }
        var isReplaced = kind is ChangeKind.Replace or ChangeKind.UpdateOrReplace;
        var isRefused = isReplaced && before.Options.Protect is true && after.Options.Protect is true;
        return new ResourceChange
        {
            Kind = kind,
            Before = before,
            After = after,
            Inputs = [.. inputs],
            Settings = [.. noted],
            Reasons = [.. reasons.Where(reason => reason.Effect == Strongest(reasons)).Select(static reason => reason.Reason!).Distinct()],
            DeletesFirst = kind == ChangeKind.Replace && ReplacementOrder.DeletesFirst(before, after, reasons.Any(static reason => reason is { Effect: PropertyEffect.Replace, Reason.What: Cascades.ByProvider })),
            IsRefused = isRefused,
            Loss = isReplaced ? DataHolders.Of(before, isRefused) : null,
        };
    }

    private List<PropertyChange> Inputs(PlannedResource before, PlannedResource after, ReplacementTable table, List<Verdict> reasons)
    {
        var ignored = PathPattern.Of(after.Options.IgnoreChanges);
        var asked = ignored.Aggregate(after.Inputs, (inputs, pattern) => pattern.Reset(before.Inputs, inputs));
        var hidden = PathPattern.Of(after.Options.HideDiffs);
        var replacing = PathPattern.Of(after.Options.ReplaceOnChanges);
        var changes = new List<PropertyChange>();
        foreach (var change in ValueComparison.Of(before.Inputs, asked))
        {
            if (!sameReader && change.IsOpen)
            {
                changes.Add(change with { Fold = Fold.NotComparable, Effect = PropertyEffect.None });
                continue;
            }
            if (IsNothingToProvider(after, change))
            {
                changes.Add(change with { Effect = PropertyEffect.None });
                continue;
            }
            var verdict = after.Kind is ResourceKind.Component or ResourceKind.Stack ? Verdict.InPlace
                : replacing.Any(pattern => pattern.Contains(change.Path)) ? new Verdict(PropertyEffect.Replace, new Reason(change.Path.Shown, "replaceOnChanges names it"))
                : table.Of(change);
            if (verdict.Reason is not null)
            {
                reasons.Add(verdict);
            }
            // What replaces something is nobody's noise.
            var fold = verdict.Effect != PropertyEffect.Update ? Fold.None : hidden.Any(pattern => pattern.Contains(change.Path)) ? Fold.Hidden : NoiseFolds.Of(change);
            changes.Add(change with { Effect = verdict.Effect, Fold = fold });
        }
        changes.AddRange(ValueComparison.Of(asked, after.Inputs).Select(static change => change with { Fold = Fold.Ignored, Effect = PropertyEffect.None }));
        return changes;
    }

    // Terraform's providers compare sets as sets and policies as what they say; that of Kubernetes compares what is written. Inputs of providers are JSON to Pulumi itself.
    private static bool IsNothingToProvider(PlannedResource resource, PropertyChange change) =>
        change.Fold is Fold.Order or Fold.Format && (resource.Kind == ResourceKind.Provider || resource.Type.StartsWith("aws:", StringComparison.Ordinal));

    private static ChangeKind? Kind(PlannedResource before, PlannedResource after, List<PropertyChange> inputs, List<PropertyChange> noted, List<Verdict> reasons)
    {
        if (after.ReadId is not null && before.ReadId is not null)
        {
            return inputs.Count + noted.Count > 0 ? ChangeKind.Read : null;
        }
        return Strongest(reasons) switch
        {
            PropertyEffect.Replace => ChangeKind.Replace,
            PropertyEffect.Unknown => ChangeKind.UpdateOrReplace,
            _ when inputs.Any(static change => change.Effect == PropertyEffect.Update) => ChangeKind.Update,
            _ when before.Urn != after.Urn => ChangeKind.Rename,
            _ when noted.Any(static change => change.Fold == Fold.None) => after.Kind == ResourceKind.Stack ? ChangeKind.Outputs : ChangeKind.Settings,
            _ => null,
        };
    }

    private static PropertyEffect Strongest(List<Verdict> reasons) => reasons.Select(static reason => reason.Effect).Append(PropertyEffect.None).Max();
}
