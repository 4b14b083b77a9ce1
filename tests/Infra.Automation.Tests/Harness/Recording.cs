using System.Runtime.CompilerServices;
using Infra.Automation.Events;

namespace Infra.Automation.Tests.Harness;

/// <summary>What the real command line said; <c>Recorded/README.md</c> tells how each came about.</summary>
internal static class Recording
{
    public static string Text(string name, [CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "Recorded", name));

    public static IReadOnlyList<StackEvent> Events(string name) =>
        [.. Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(StackEventReader.Read).OfType<StackEvent>()];
}
