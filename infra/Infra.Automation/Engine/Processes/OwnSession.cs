using System.Collections.Immutable;

namespace Infra.Automation.Engine.Processes;

/// <summary>
/// Ctrl-C on a terminal reaches every process of the foreground group. The command line would hear it twice then, once from the terminal and once from here, and a second one makes it give up at once and leave
/// half-made resources behind (pulumi/pulumi, pkg/backend/cancellation_scope.go). So it gets a session of its own; .NET can't give it one, these programs can. They become what they start: the process keeps its id.
/// </summary>
internal static class OwnSession
{
    /// <summary>What to put in front of a command, the best first; nothing where none of them is installed, or none is needed.</summary>
    public static ImmutableArray<ImmutableArray<string>> Prefixes { get; } = OperatingSystem.IsWindows()
        ? [[]]
        : [["setsid"], ["perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV or exit 127"], []];
}
