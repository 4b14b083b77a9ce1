using Infra.Automation.Events;
using Infra.TestKit;

namespace Infra.Cli.Tests.Live;

/// <summary>What the real engine (pulumi v3.220.0) sent, from its event log.</summary>
internal static class RecordedEvents
{
    /// <param name="name"><c>up</c>, <c>failed</c> or <c>killed</c>.</param>
    public static List<StackEvent> Of(string name) => [.. SharedFacts.ReadLines($"pulumi-cli/events-{name}.jsonl").Select(StackEventReader.Read).OfType<StackEvent>()];
}
