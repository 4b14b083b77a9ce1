using System.Text;

namespace Pulumi.Embedded;

/// <summary>Tells of a program that can't go on: which resources wait, and for what.</summary>
internal static class StuckReport
{
    public static string Of(IReadOnlyList<ResourceState> stuck)
    {
        if (stuck.Count == 0)
            return "The program can't end, because it waits for an output that nothing resolves.";
        var text = new StringBuilder($"{stuck.Count} resource(s) can't be registered, because they wait for each other or for an output that nothing resolves:");
        foreach (var state in stuck.OrderBy(state => Name(state.Resource), StringComparer.Ordinal))
        {
            text.Append("\n  ").Append(Name(state.Resource)).Append(" waits for ").Append(state.WaitsFor);
            if (state.WaitsForResource is { } other)
                text.Append(' ').Append(Name(other));
        }

        return text.ToString();
    }

    private static string Name(Resource resource) => $"'{resource.GetResourceName()}' ({resource.GetResourceType()})";
}
