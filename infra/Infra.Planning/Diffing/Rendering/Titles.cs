using System.Globalization;
using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>How resources are called, and what is said of them besides values.</summary>
internal static class Titles
{
    private const int Named = 6;
    private const int Places = 3;

    /// <summary>Type, name, and the component that it belongs to.</summary>
    public static string Of(PlannedResource resource)
    {
        var title = $"{TypeLabel.Of(resource.Type)} {resource.Name}";
        return OneLine.Of(resource.Parent is { } parent && parent.Type != WellKnownTypes.Stack ? $"{title} ({Short(parent.Type)} {parent.Name})" : title);
    }

    public static string Of(DiffEntry entry)
    {
        if (entry.Alike.Count == 1)
        {
            var title = Of(entry.Change.Resource);
            return entry.Below.Count == 0 ? title : $"{title} with {Text(entry.Below.Count)} more: {Types(entry.Below)}";
        }
        var names = string.Join(", ", entry.Alike.Take(Named).Select(static change => OneLine.Of(change.Resource.Name)));
        var rest = entry.Alike.Count > Named ? $" and {Text(entry.Alike.Count - Named)} more" : "";
        return $"{Text(entry.Alike.Count)} alike, {Types(entry.Alike)}: {names}{rest}";
    }

    /// <summary>How many there are of each type.</summary>
    public static string Types(IEnumerable<ResourceChange> changes) => string.Join(", ", changes
        .CountBy(static change => change.Resource.Type, StringComparer.Ordinal)
        .OrderBy(static type => type.Key, StringComparer.Ordinal)
        .Select(static type => $"{Text(type.Value)} {OneLine.Of(Short(type.Key))}"));

    /// <summary>What is to be said of a change before its values.</summary>
    public static IEnumerable<string> Notes(ResourceChange change, bool full)
    {
        foreach (var reasons in change.Reasons.GroupBy(static reason => (reason.Why, reason.Source)))
        {
            var source = full && reasons.Key.Source is { } text ? $" [{text}]" : "";
            yield return OneLine.Of($"because {What(reasons.Select(static reason => reason.What).Distinct().ToList(), full)}: {reasons.Key.Why}{source}");
        }
        if (change.DeletesFirst)
        {
            yield return "the old one goes before the new one comes";
        }
        if (change.IsRefused)
        {
            yield return "protected: Pulumi refuses this, and with it the update";
        }
        if (change is { Kind: ChangeKind.Delete or ChangeKind.Replace, Before.Options.RetainOnDelete: true })
        {
            yield return "retained: the old one stays, and Pulumi forgets it";
        }
        if (change.Loss is { Guard: LossGuard.Kept } kept)
        {
            yield return $"kept: {kept.What}";
        }
        if (change.PreviousUrn is { } previous)
        {
            yield return OneLine.Of($"was {TypeLabel.Of(previous.Type)} {previous.Name}, by an alias");
        }
        if (change.Hint is { } hint)
        {
            yield return OneLine.Of(hint);
        }
    }

    /// <summary>What goes with a resource, in one line.</summary>
    public static string Loss(ResourceChange change)
    {
        var what = change.Kind switch
        {
            ChangeKind.Replace => "is replaced",
            ChangeKind.UpdateOrReplace => "may be replaced",
            _ => "is deleted",
        };
        var guard = change.Loss!.Guard switch
        {
            LossGuard.Protected => "it is protected, so Pulumi refuses the update",
            LossGuard.Refused => "as long as there is any, AWS refuses to delete it and the update stops there",
            _ => change.Kind == ChangeKind.UpdateOrReplace ? "nothing would keep it" : "nothing keeps it",
        };
        return $"{Of(change.Before!)} {what}: {change.Loss.What} {(change.Loss.Guard == LossGuard.None && change.Kind != ChangeKind.UpdateOrReplace ? "is lost" : "would be lost")}; {guard}";
    }

    public static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    // The values below say where else.
    private static string What(List<string> places, bool full) =>
        full || places.Count <= Places + 1 ? string.Join(", ", places) : $"{string.Join(", ", places.Take(Places))} and {Text(places.Count - Places)} more";

    private static string Short(string type) => type[(type.LastIndexOf(':') + 1)..];
}
