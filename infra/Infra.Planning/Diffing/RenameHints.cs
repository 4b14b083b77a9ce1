using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Finds resources that are deleted under one URN and created, the same, under another: somebody forgot the alias.</summary>
internal static class RenameHints
{
    public static IEnumerable<ResourceChange> AddTo(IReadOnlyList<ResourceChange> changes)
    {
        var deleted = changes.Where(static change => change.Kind == ChangeKind.Delete && CanBeTold(change))
            .GroupBy(static change => Key(change)).Where(static g => g.Count() == 1).ToDictionary(static g => g.Key, static g => g.Single());
        var created = deleted.Count == 0 ? [] : changes.Where(static change => change.Kind == ChangeKind.Create && CanBeTold(change))
            .GroupBy(static change => Key(change)).Where(static g => g.Count() == 1).ToDictionary(static g => g.Key, static g => g.Single());
        foreach (var change in changes)
        {
            if (change.Kind is ChangeKind.Create or ChangeKind.Delete && CanBeTold(change)
                && deleted.TryGetValue(Key(change), out var old) && created.TryGetValue(Key(change), out var @new))
            {
                yield return change with { Hint = change == @new ? From(old) : To(@new, old) };
            }
            else
            {
                yield return change;
            }
        }
    }

    private static string From(ResourceChange old) => $"looks like a rename of {old.Resource.Name}: an alias to {old.Urn} keeps it as it is";

    private static string To(ResourceChange created, ResourceChange old) => $"looks like a rename to {created.Resource.Name}: an alias there to {old.Urn} keeps it as it is";

    // What isn't known is the same in no way that anybody could tell; it belongs to another one mostly, which gets the hint.
    private static bool CanBeTold(ResourceChange change) =>
        change.Resource is { Inputs.Count: > 0, ReadId: null } && !PlanValues.Any(change.Resource.Inputs, static value => value is PlanValue.Unknown or PlanValue.Secret);

    private static (string, ValueMap) Key(ResourceChange change) => (change.Resource.Type, change.Resource.Inputs);
}
