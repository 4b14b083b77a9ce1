using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Gates;

namespace Infra.Automation.Operations;

/// <summary>
/// What is done with stacks. What changes one has a result in any case, with the failures in it; what only asks throws <see cref="StackFailureException"/>.
/// A cancelled token asks the engine to stop and waits for it: the result says how far it came. Nothing here breaks a lock or edits a state of its own accord.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="gate">What an update has to pass.</param>
/// <param name="time">For durations and time limits.</param>
public sealed class StackOperations(IStackEngine engine, IStackGate gate, TimeProvider time)
{
    private readonly (IStackEngine, IStackGate, TimeProvider) _parts = (engine, gate, time);

    public override string ToString() => _parts.ToString();

    /// <summary>Every stack of the project.</summary>
    public Task<ImmutableArray<StackInfo>> ListAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Makes an empty stack.</summary>
    public Task CreateAsync(string stack, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Removes a stack that has no resources any more.</summary>
    public Task RemoveAsync(string stack, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>What an operation would do.</summary>
    public Task<PreviewResult> PreviewAsync(string stack, PreviewRequest? request = null, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Makes the cloud what the program says, if the gate lets it.</summary>
    public Task<UpResult> UpAsync(string stack, UpRequest? request = null, OperationOptions? options = null, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Makes the state what the cloud says.</summary>
    public Task<OperationResult> RefreshAsync(string stack, RefreshRequest? request = null, OperationOptions? options = null, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Deletes every resource of the stack, or the targets.</summary>
    public Task<OperationResult> DestroyAsync(string stack, DestroyRequest? request = null, OperationOptions? options = null, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Starts an update whose events can be read one after another.</summary>
    public RunningOperation<UpResult> StartUp(string stack, UpRequest? request = null, OperationOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Starts a refresh whose events can be read one after another.</summary>
    public RunningOperation<OperationResult> StartRefresh(string stack, RefreshRequest? request = null, OperationOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Starts a destruction whose events can be read one after another.</summary>
    public RunningOperation<OperationResult> StartDestroy(string stack, DestroyRequest? request = null, OperationOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The stack's outputs.</summary>
    public Task<ImmutableSortedDictionary<string, StackOutput>> OutputsAsync(string stack, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Takes the lock of an update that is dead; see <see cref="IStackEngine.CancelAsync"/>. Never done by anything else here.</summary>
    public Task CancelAsync(string stack, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The state, secrets encrypted, as a document that <see cref="ImportAsync"/> takes.</summary>
    public Task<string> ExportAsync(string stack, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Puts a state in the place of the stack's. The document has to be one, and of this stack.</summary>
    public Task ImportAsync(string stack, string state, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The last updates, newest first.</summary>
    public Task<ImmutableArray<StackUpdate>> HistoryAsync(string stack, int count = 10, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>What earlier, interrupted operations left over, with what to do; null where nothing is.</summary>
    public Task<InterruptedOperations?> InterruptedAsync(string stack, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
