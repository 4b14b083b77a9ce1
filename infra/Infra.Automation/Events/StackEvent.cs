using System.Collections.Immutable;
using Infra.Planning.Model;

namespace Infra.Automation.Events;

/// <summary>
/// Something that happens while the engine works on a stack. The kinds are the engine's (<c>EngineEvent</c> of pulumi/pulumi, sdk/go/common/apitype/events.go), without the values
/// of resources: what isn't kept can't be printed, secrets least of all.
/// </summary>
public abstract record StackEvent
{
    private StackEvent()
    {
    }

    /// <summary>The engine's number of the event, from 0; null for what the engine didn't send.</summary>
    public int? Sequence { get; init; }

    /// <summary>When the engine sent it, to the second; null for what the engine didn't send.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The library itself has come to something new; see <see cref="OperationStage"/>.</summary>
    public sealed record StageReached(OperationStage Stage) : StackEvent;

    /// <summary>The program has been built and is about to run.</summary>
    /// <param name="Config">The configuration that it runs with; a secret is the text <c>[secret]</c>.</param>
    public sealed record Prelude(ImmutableSortedDictionary<string, string> Config) : StackEvent;

    /// <summary>The engine has begun with a resource.</summary>
    /// <param name="Operation">Pulumi's word: <c>create</c>, <c>update</c>, <c>same</c>, <c>delete</c>, <c>replace</c>, …</param>
    /// <param name="IsPlanning">Whether it only says what it would do.</param>
    public sealed record ResourceStarted(Urn Urn, string Operation, bool IsPlanning = false) : StackEvent
    {
        /// <summary>Whether it is a component or the stack itself: a name for others, with which no provider has any work.</summary>
        public bool IsComponent { get; init; }
    }

    /// <summary>The engine is done with a resource.</summary>
    public sealed record ResourceDone(Urn Urn, string Operation, bool IsPlanning = false) : StackEvent;

    /// <summary>What the engine did with a resource has failed; diagnostics say why.</summary>
    public sealed record ResourceFailed(Urn Urn, string Operation) : StackEvent;

    /// <summary>A message of the engine, a provider or the program.</summary>
    /// <param name="Urn">The resource that it is about; null for none, or the stack as a whole.</param>
    /// <param name="IsEphemeral">Whether it is only of interest now: a build's output, a status of a resource that isn't ready yet.</param>
    public sealed record Diagnostic(DiagnosticSeverity Severity, string Message, Urn? Urn = null, bool IsEphemeral = false) : StackEvent;

    /// <summary>A finding of a policy pack of Pulumi's own.</summary>
    public sealed record Policy(string Pack, string Name, string Enforcement, string Message, Urn? Urn) : StackEvent;

    /// <summary>The end of the work.</summary>
    /// <param name="Changes">How many resources there were of each operation, by Pulumi's word.</param>
    /// <param name="MayBeCorrupt">Whether the engine itself doubts the state.</param>
    public sealed record Summary(ImmutableSortedDictionary<string, int> Changes, TimeSpan Duration, bool MayBeCorrupt = false) : StackEvent;

    /// <summary>The engine's stream has ended, well or not. It is the last event.</summary>
    public sealed record Ended : StackEvent;

    /// <summary>A line that the command line wrote for people.</summary>
    public sealed record Text(string Line, bool IsError) : StackEvent;
}
