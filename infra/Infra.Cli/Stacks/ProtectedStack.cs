using Infra.Automation.Operations;
using Infra.Capture;
using Infra.Cli.Live;
using Infra.Core;
using Infra.Stacks;

namespace Infra.Cli.Stacks;

/// <summary>What keeps a stack from being destroyed.</summary>
internal static class ProtectedStack
{
    private const int Most = 10;

    /// <summary>The keys that protect it, as its file has them; none where there is no file that says so. The state has the last word.</summary>
    public static IReadOnlyList<string> ByConfiguration(StackTools tools, ProjectFolder project, string stack)
    {
        if (!File.Exists(project.EnvironmentFile(stack)) || tools.Plans(project).Read(new PlanRequest { Environment = stack }).Settings is not { } settings)
        {
            return [];
        }
        return
        [
            .. settings.Cluster.Eks is { Protect: true } ? (string[])[$"{PlatformSettings.ConfigNamespace}:cluster.eks.protect is true"] : [],
            .. settings.Storage is { Protect: true, Buckets.IsEmpty: false } or { Protect: true, Volumes.IsEmpty: false } ? (string[])[$"{PlatformSettings.ConfigNamespace}:storage.protect is true"] : [],
        ];
    }

    /// <summary>Whether it is a temporary one, and what of its resources is protected.</summary>
    /// <exception cref="PlanFormatException">What the engine exports is no state.</exception>
    public static async Task<(bool IsTemporary, IReadOnlyList<string> Held)> ByStateAsync(StackOperations operations, string stack, CancellationToken stop)
    {
        var state = await operations.ExportAsync(stack, stop);
        var held = CapturedPlan.Read(new StringReader(state)).Plan.Resources.Where(resource => resource.Options.Protect == true).Select(resource => ProgressLines.Label(resource.Urn)).ToList();
        var more = held.Count > Most ? $" and {held.Count - Most} more" : "";
        return (Deadline.OfState(state) is not null, held.Count == 0 ? [] : [$"{Counted.Of(held.Count, "protected resource")} in the state: {string.Join(", ", held.Take(Most))}{more}"]);
    }
}
