using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Compares two plans, resource by resource, in the order of the newer one.</summary>
internal sealed class PlanComparison
{
    private readonly Plan _after;
    private readonly ResourcePairs _pairs;
    private readonly Cascades _cascades;
    private readonly ResourceComparison _comparison;

    public PlanComparison(Plan before, Plan after, bool sameReader)
    {
        _after = after;
        _pairs = new ResourcePairs(before, after);
        _cascades = new Cascades(before, after, _pairs);
        _comparison = new ResourceComparison(new SettingsComparison(_pairs, sameReader), _cascades, sameReader);
    }

    public PlanDiff Run()
    {
        var changes = new List<ResourceChange>();
        var quiet = new List<ResourceChange>();
        var (unchanged, hidden) = (0, default(HiddenPairs));
        foreach (var resource in _after.Resources)
        {
            var before = _pairs.Before(resource);
            var change = before is null ? Created(resource) : _comparison.Of(before, resource);
            if (before is not null)
            {
                hidden += HiddenPairs.Of(before.Inputs, resource.Inputs);
            }
            if (change is null)
            {
                unchanged++;
            }
            else if (before is not null && IsQuiet(change))
            {
                unchanged++;
                quiet.Add(change);
            }
            else
            {
                _cascades.Tell(change);
                changes.Add(change);
            }
        }
        // What was made last goes first, as Pulumi deletes it.
        changes.AddRange(_pairs.Gone.Reverse().Select(Deleted));
        return new PlanDiff
        {
            Changes = [.. RenameHints.AddTo(changes).OrderBy(static change => change.Kind)],
            Quiet = [.. quiet],
            Unchanged = unchanged,
            Secrets = hidden.Secrets,
            Unknowns = hidden.Unknowns,
        };
    }

    private static bool IsQuiet(ResourceChange change) =>
        change.Kind == ChangeKind.Update && change.Inputs.Concat(change.Settings).All(static value => value.Effect == PropertyEffect.None);

    private static ResourceChange Created(PlannedResource resource) => new()
    {
        Kind = resource.ReadId is not null ? ChangeKind.Read : resource.Options.Import is not null ? ChangeKind.Import : ChangeKind.Create,
        After = resource,
    };

    private static ResourceChange Deleted(PlannedResource resource)
    {
        var isProtected = resource.Options.Protect is true;
        return new ResourceChange
        {
            Kind = resource.ReadId is not null ? ChangeKind.Read : ChangeKind.Delete,
            Before = resource,
            IsRefused = isProtected,
            Loss = DataHolders.Of(resource, isProtected),
        };
    }
}
