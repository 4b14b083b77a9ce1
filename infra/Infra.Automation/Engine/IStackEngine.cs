using System.Collections.Immutable;
using Infra.Automation.Events;

namespace Infra.Automation.Engine;

/// <summary>
/// The engine that Pulumi's command line runs, for one project folder. It decides nothing: whether to go on, what a failure means and what to do about it is said by <c>Infra.Automation.Operations</c>.
/// Every method throws <see cref="EngineException"/> where the command line fails, and <see cref="OperationCanceledException"/> where it stopped because the token asked it to.
/// A token asks: the engine finishes the operations it has begun, saves the state and gives up its lock before the method returns.
/// </summary>
public interface IStackEngine
{
    /// <summary>The version of the command line, such as <c>3.220.0</c>.</summary>
    Task<string> VersionAsync(CancellationToken cancellationToken);

    /// <summary>Who is logged in where.</summary>
    Task<EngineIdentity> WhoAmIAsync(CancellationToken cancellationToken);

    /// <summary>Every stack of the project, in ordinal order of the names.</summary>
    Task<ImmutableArray<StackInfo>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes an empty stack; fails where there is one of this name.</summary>
    /// <param name="secretsProvider">How its secrets are encrypted, such as <c>awskms://alias/pulumi?region=eu-central-1</c> or <c>passphrase</c>; null for what the backend does.</param>
    Task CreateAsync(string stack, string? secretsProvider, CancellationToken cancellationToken);

    /// <summary>Removes a stack that has no resources any more, with its history.</summary>
    Task RemoveAsync(string stack, CancellationToken cancellationToken);

    /// <summary>What an operation would do, as <c>--json</c> writes it: the document that <c>Infra.Capture</c> reads.</summary>
    Task<string> PreviewAsync(string stack, PreviewRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken);

    /// <summary>Makes the cloud what the program says.</summary>
    Task<EngineResult> UpAsync(string stack, UpRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken);

    /// <summary>Makes the state what the cloud says.</summary>
    Task<EngineResult> RefreshAsync(string stack, RefreshRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken);

    /// <summary>Deletes every resource of the stack, or the targets.</summary>
    Task<EngineResult> DestroyAsync(string stack, DestroyRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken);

    /// <summary>The stack's outputs.</summary>
    Task<ImmutableSortedDictionary<string, StackOutput>> OutputsAsync(string stack, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the lock away from whoever holds it. With a state in a file or a bucket that doesn't stop the other update, which then writes over this one's state: only for one that is known to be dead.
    /// </summary>
    Task CancelAsync(string stack, CancellationToken cancellationToken);

    /// <summary>The state, as <c>pulumi stack export</c> writes it; secrets are encrypted.</summary>
    Task<string> ExportAsync(string stack, CancellationToken cancellationToken);

    /// <summary>Puts a state in the place of the stack's.</summary>
    Task ImportAsync(string stack, string state, CancellationToken cancellationToken);

    /// <summary>The last updates, newest first.</summary>
    Task<ImmutableArray<StackUpdate>> HistoryAsync(string stack, int count, CancellationToken cancellationToken);

    /// <summary>The stack's configuration by key, such as <c>gpu-inference:cluster</c>.</summary>
    Task<ImmutableSortedDictionary<string, ConfigEntry>> ConfigAsync(string stack, CancellationToken cancellationToken);

    /// <summary>Sets a value in the stack's configuration. Not for secrets: the value is an argument of a process, which others on the machine can read.</summary>
    Task SetConfigAsync(string stack, string key, string value, CancellationToken cancellationToken);

    /// <summary>Removes a key from the stack's configuration.</summary>
    Task RemoveConfigAsync(string stack, string key, CancellationToken cancellationToken);
}
