using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>
/// Which resource of the older plan is which of the newer: by its URN, then by the aliases it has, then by those that its parent came by.
/// As Pulumi's engine does it (<c>getOldResource</c> and <c>generateAliases</c> in <c>pkg/resource/deploy/step_generator.go</c>, read 2026-11-22).
/// </summary>
internal sealed class ResourcePairs
{
    private readonly Dictionary<Urn, PlannedResource> _befores;
    private readonly Dictionary<Urn, PlannedResource> _afters;
    private readonly Dictionary<Urn, Urn> _previous = [];
    private readonly HashSet<Urn> _claimed = [];

    public ResourcePairs(Plan before, Plan after)
    {
        _befores = before.Resources.ToDictionary(static r => r.Urn);
        _afters = after.Resources.ToDictionary(static r => r.Urn);
        foreach (var resource in after.Resources)
        {
            if (PreviousUrn(resource) is { } urn)
            {
                _claimed.Add(urn);
                _previous[resource.Urn] = urn;
            }
        }
        Gone = [.. before.Resources.Where(r => !_claimed.Contains(r.Urn))];
    }

    /// <summary>The resources of the older plan that the newer one hasn't any more.</summary>
    public ValueList<PlannedResource> Gone { get; }

    /// <summary>What the resource was before; null for a new one.</summary>
    public PlannedResource? Before(PlannedResource after) => _previous.TryGetValue(after.Urn, out var urn) ? _befores[urn] : null;

    /// <summary>Whether two URNs, one of each plan, are of the same resource.</summary>
    public bool IsSame(Urn? before, Urn? after) => before == (after is null ? null : UrnBefore(after));

    /// <summary>What a URN of the newer plan was called in the older one; itself for what is new.</summary>
    public Urn UrnBefore(Urn after) => _previous.GetValueOrDefault(after, after);

    private Urn? PreviousUrn(PlannedResource resource) =>
        _befores.ContainsKey(resource.Urn)
            ? resource.Urn
            : Aliases(resource).FirstOrDefault(alias => _befores.ContainsKey(alias) && !_claimed.Contains(alias) && !_afters.ContainsKey(alias));

    private IEnumerable<Urn> Aliases(PlannedResource resource)
    {
        var own = resource.Options.Aliases;
        if (resource.Parent is not { } parent || !_previous.TryGetValue(parent, out var previous) || previous == parent)
        {
            return own;
        }
        return own
            .Append(Inherited(resource.Urn, resource.Type, resource.Name, parent.Name, previous))
            .Concat(own.Select(alias => Inherited(resource.Urn, alias.Type, alias.Name, parent.Name, previous)));
    }

    // A child that is called after its parent was called after it before.
    private static Urn Inherited(Urn urn, string type, string name, string parentName, Urn parentBefore)
    {
        var before = name.StartsWith(parentName, StringComparison.Ordinal) ? parentBefore.Name + name[parentName.Length..] : name;
        return Urn.Parse($"urn:pulumi:{urn.Stack}::{urn.Project}::{parentBefore.QualifiedType}${type}::{before}");
    }
}
