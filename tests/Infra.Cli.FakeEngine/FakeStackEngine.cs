using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Automation.Events;

namespace Infra.Cli.FakeEngine;

/// <summary>An engine that says what a test has it say, and notes what it is asked.</summary>
internal sealed class FakeStackEngine : IStackEngine
{
    /// <summary>The least that is a preview: nothing changes.</summary>
    public const string NothingChanges = """{"config": {}, "steps": [], "duration": 1, "changeSummary": {}}""";

    /// <summary>The least that is a state.</summary>
    public const string EmptyState = """{"version": 3, "deployment": {"manifest": {"time": "2026-11-22T01:13:04Z", "magic": "", "version": "v3.220.0"}, "resources": []}}""";

    /// <summary>What it was asked, in order.</summary>
    public List<string> Calls { get; } = [];

    public ImmutableArray<StackInfo> Stacks { get; set; } = [];

    /// <summary>By stack.</summary>
    public Dictionary<string, ImmutableSortedDictionary<string, StackOutput>> Outputs { get; } = [];

    /// <summary>By stack; the rest is <see cref="EmptyState"/>.</summary>
    public Dictionary<string, string> States { get; } = [];

    public ImmutableArray<StackUpdate> History { get; set; } = [];

    public string Preview { get; set; } = NothingChanges;

    /// <summary>What an operation sends while it works.</summary>
    public ImmutableArray<StackEvent> Events { get; set; } = [];

    /// <summary>Of an operation on a stack; null where it succeeds.</summary>
    public Func<string, EngineException?> Failure { get; set; } = static _ => null;

    /// <summary>What it does after its events, before it ends; the token is cancelled when it is asked to stop.</summary>
    public Func<Action<StackEvent>, CancellationToken, Task> Work { get; set; } = static (_, _) => Task.CompletedTask;

    public Task<string> VersionAsync(CancellationToken cancellationToken) => Task.FromResult("3.220.0");

    public Task<EngineIdentity> WhoAmIAsync(CancellationToken cancellationToken) => Task.FromResult(new EngineIdentity("user", "file://~", []));

    public Task<ImmutableArray<StackInfo>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(Stacks);

    public Task CreateAsync(string stack, string? secretsProvider, CancellationToken cancellationToken) => Noted($"create {stack}{(secretsProvider is null ? "" : $" {secretsProvider}")}");

    public Task RemoveAsync(string stack, CancellationToken cancellationToken) => Noted($"remove {stack}");

    public Task<string> PreviewAsync(string stack, PreviewRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken)
    {
        Calls.Add($"preview {stack}");
        return Task.FromResult(Preview);
    }

    public Task<EngineResult> UpAsync(string stack, UpRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken) =>
        RunAsync($"up {stack}{(request.Refresh ? " refresh" : "")}{(request.Message is { } message ? $" '{message}'" : "")}", stack, onEvent, cancellationToken);

    public Task<EngineResult> RefreshAsync(string stack, RefreshRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken) =>
        RunAsync($"refresh {stack}{(request.ClearPendingCreates ? " clear" : "")}", stack, onEvent, cancellationToken);

    public Task<EngineResult> DestroyAsync(string stack, DestroyRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken) =>
        RunAsync($"destroy {stack}", stack, onEvent, cancellationToken);

    public Task<ImmutableSortedDictionary<string, StackOutput>> OutputsAsync(string stack, CancellationToken cancellationToken) => Task.FromResult(OutputsOf(stack));

    public Task CancelAsync(string stack, CancellationToken cancellationToken) => Noted($"cancel {stack}");

    public Task<string> ExportAsync(string stack, CancellationToken cancellationToken) => Task.FromResult(States.GetValueOrDefault(stack, EmptyState));

    public Task ImportAsync(string stack, string state, CancellationToken cancellationToken) => Noted($"import {stack} {state.Length}");

    public Task<ImmutableArray<StackUpdate>> HistoryAsync(string stack, int count, CancellationToken cancellationToken)
    {
        Calls.Add($"history {stack} {count}");
        return Task.FromResult(History);
    }

    public Task<ImmutableSortedDictionary<string, ConfigEntry>> ConfigAsync(string stack, CancellationToken cancellationToken) => throw new NotSupportedException("no command reads the configuration through the engine");

    public Task SetConfigAsync(string stack, string key, string value, CancellationToken cancellationToken) => throw new NotSupportedException("no command writes the configuration through the engine");

    public Task RemoveConfigAsync(string stack, string key, CancellationToken cancellationToken) => throw new NotSupportedException("no command writes the configuration through the engine");

    private async Task<EngineResult> RunAsync(string call, string stack, Action<StackEvent> onEvent, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        if (Failure(stack) is { } failure)
        {
            throw failure;
        }
        foreach (var one in Events)
        {
            onEvent(one);
        }
        await Work(onEvent, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return new EngineResult(null, OutputsOf(stack), "");
    }

    private ImmutableSortedDictionary<string, StackOutput> OutputsOf(string stack) => Outputs.GetValueOrDefault(stack) ?? ImmutableSortedDictionary<string, StackOutput>.Empty;

    private Task Noted(string call)
    {
        Calls.Add(call);
        return Task.CompletedTask;
    }
}
