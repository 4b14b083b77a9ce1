using System.Collections.Immutable;

namespace Infra.Automation.Engine;

/// <summary>How the command line is asked for a preview as JSON; the SDK has no way of its own: its <c>PreviewAsync</c> wants events, which <c>--json</c> doesn't send.</summary>
internal static class PreviewArguments
{
    public static ImmutableArray<string> Of(string stack, PreviewRequest request) =>
    [
        .. Operation(request),
        "--json",
        // Placement and cost need all of it, not only what changes.
        "--show-sames",
        "--stack",
        stack,
        .. request.ConfigFile is { } file ? (ReadOnlySpan<string>)["--config-file", file] : [],
        .. request.Targets.SelectMany(static target => new[] { "--target", target }),
    ];

    private static ImmutableArray<string> Operation(PreviewRequest request) => request.Operation switch
    {
        PreviewedOperation.Refresh => ["refresh", "--preview-only"],
        PreviewedOperation.Destroy => ["destroy", "--preview-only", .. request.Refresh ? (ReadOnlySpan<string>)["--refresh"] : []],
        _ => ["preview", .. request.Refresh ? (ReadOnlySpan<string>)["--refresh"] : []],
    };
}
