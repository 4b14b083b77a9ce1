using System.Text;

namespace Pulumi.Embedded;

/// <summary>Tells of a program that can't go on, or doesn't: which resources wait, and for what.</summary>
internal static class StuckReport
{
    public static string Of(IReadOnlyList<ResourceState> stuck)
    {
        if (stuck.Count == 0)
            return "The program can't end, because it waits for an output that nothing resolves.";
        var text = new StringBuilder($"{stuck.Count} resource(s) can't be registered, because they wait for each other or for an output that nothing resolves:");
        AppendTo(text, stuck);
        return text.ToString();
    }

    /// <summary>Of a program that may still go on.</summary>
    public static string Of(RunWaiting waiting, TimeSpan quiet)
    {
        var what = waiting switch
        {
            { UserTasks: > 0 } => $"waits for {waiting.UserTasks} task(s) or callback(s) of its own",
            { IsPending: true } => "waits for an output",
            _ => "runs its own code",
        };
        var text = new StringBuilder($"Nothing has happened for {quiet.TotalSeconds:F0} seconds; the program {what}");
        if (waiting.Registering.Count > 0)
            text.Append($", and {waiting.Registering.Count} resource(s) wait:");
        AppendTo(text, waiting.Registering);
        return text.ToString();
    }

    private static void AppendTo(StringBuilder text, IReadOnlyList<ResourceState> states)
    {
        foreach (var state in states.OrderBy(state => Name(state.Resource), StringComparer.Ordinal))
        {
            text.Append("\n  ").Append(Name(state.Resource)).Append(" waits for ").Append(state.WaitsFor);
            if (state.WaitsForResource is { } other)
                text.Append(' ').Append(Name(other));
        }
    }

    private static string Name(Resource resource) => $"'{resource.GetResourceName()}' ({resource.GetResourceType()})";
}
