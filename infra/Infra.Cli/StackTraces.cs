using Infra.Planning.Model;

namespace Infra.Cli;

/// <summary>Takes stack traces out of what the program said; they are for whoever asks with <c>--debug</c>.</summary>
internal static class StackTraces
{
    /// <summary>What to do to see a trace that was taken out.</summary>
    public const string Hint = "Run the command again with --debug for the stack trace.";

    /// <summary>The diagnostic without the lines of a .NET stack trace.</summary>
    public static PlanDiagnostic Remove(PlanDiagnostic diagnostic)
    {
        var lines = diagnostic.Message.ReplaceLineEndings("\n").Split('\n');
        var kept = lines.Where(line => !IsFrame(line)).ToList();
        return kept.Count == lines.Length ? diagnostic : diagnostic with { Message = string.Join('\n', kept) };
    }

    // The form that Exception.ToString writes: three spaces, "at", a member; and the seams of rethrown exceptions.
    private static bool IsFrame(string line) =>
        line.StartsWith("   at ", StringComparison.Ordinal) || line.TrimStart().StartsWith("--- End of ", StringComparison.Ordinal);
}
