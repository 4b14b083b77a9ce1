using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Facts;

/// <summary>Paths as tables have them: keys with dots between them, and no places of items.</summary>
internal static class FactPath
{
    public static string Of(PropertyPath path) => string.Join('.', path.Steps.Select(static step => step.Key).OfType<string>());

    public static bool IsAtOrBelow(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.Ordinal) && (path.Length == ancestor.Length || path[ancestor.Length] == '.');

    /// <summary>Whether a change concerns what a fact names: it is at that place, below it, or of something that holds it.</summary>
    public static bool Touches(string fact, string path, PropertyChange change)
    {
        if (IsAtOrBelow(path, fact))
        {
            return true;
        }
        return IsAtOrBelow(fact, path)
            && fact[(path.Length + 1)..].Split('.') is var rest
            && (Holds(change.Before, rest) || Holds(change.After, rest));
    }

    private static bool Holds(PlanValue? value, ReadOnlySpan<string> path)
    {
        switch (value)
        {
            case null:
                return false;
            case PlanValue.Object { Properties: var properties } when !path.IsEmpty:
                return properties.TryGetValue(path[0], out var next) && Holds(next, path[1..]);
            case PlanValue.List { Items: var items } when !path.IsEmpty:
                foreach (var item in items)
                {
                    if (Holds(item, path))
                    {
                        return true;
                    }
                }
                return false;
            default:
                return path.IsEmpty;
        }
    }
}
