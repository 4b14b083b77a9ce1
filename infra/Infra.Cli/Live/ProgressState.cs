using System.Collections.Immutable;
using Infra.Automation.Events;
using Infra.Planning.Model;

namespace Infra.Cli.Live;

/// <summary>How far the engine has come, by its events. Nothing but these decides it.</summary>
internal sealed record ProgressState
{
    private const string StackType = "pulumi:pulumi:Stack";

    public static ProgressState Start { get; } = new();

    /// <summary>In the order in which they were begun.</summary>
    public ImmutableArray<ResourceInWork> InWork { get; private init; } = [];

    /// <summary>How many resources are done, by Pulumi's word.</summary>
    public ImmutableSortedDictionary<string, int> Done { get; private init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>What failed, in that order.</summary>
    public ImmutableArray<Urn> Failed { get; private init; } = [];

    public OperationStage? Stage { get; private init; }

    /// <summary>What was said last that isn't about a resource: a build's output.</summary>
    public string? Status { get; private init; }

    /// <param name="at">When it was, from the beginning of the work on.</param>
    public ProgressState After(StackEvent happened, TimeSpan at) => happened switch
    {
        // A preview's resources aren't touched; what the work itself does comes after it.
        StackEvent.StageReached { Stage: OperationStage.Running } => new ProgressState { Stage = OperationStage.Running },
        StackEvent.StageReached stage => this with { Stage = stage.Stage },
        StackEvent.ResourceStarted started when IsShown(started.Urn) =>
            this with { InWork = InWork.RemoveAll(one => one.Urn == started.Urn).Add(new ResourceInWork(started.Urn, started.Operation, at)) },
        StackEvent.ResourceDone done when IsShown(done.Urn) => this with { InWork = Without(done.Urn), Done = Done.SetItem(done.Operation, Done.GetValueOrDefault(done.Operation) + 1) },
        StackEvent.ResourceFailed failed when IsShown(failed.Urn) => this with { InWork = Without(failed.Urn), Failed = Failed.Contains(failed.Urn) ? Failed : Failed.Add(failed.Urn) },
        StackEvent.Diagnostic { Urn: { } urn, Severity: DiagnosticSeverity.Error, IsEphemeral: false } when IsShown(urn) =>
            this with { InWork = Without(urn), Failed = Failed.Contains(urn) ? Failed : Failed.Add(urn) },
        StackEvent.Diagnostic { IsEphemeral: true } said when LastLine(said.Message) is { } line => said.Urn is { } urn && IsShown(urn)
            ? this with { InWork = [.. InWork.Select(one => one.Urn == urn ? one with { Status = line } : one)] }
            : this with { Status = line },
        _ => this,
    };

    /// <summary>Not the stack itself, which is in work from the first moment to the last, nor a provider that nobody declared.</summary>
    public static bool IsShown(Urn urn) => urn.Type != StackType && !(urn.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) && urn.Name.StartsWith("default_", StringComparison.Ordinal));

    private static string? LastLine(string message) => message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault();

    private ImmutableArray<ResourceInWork> Without(Urn urn) => InWork.RemoveAll(one => one.Urn == urn);
}
