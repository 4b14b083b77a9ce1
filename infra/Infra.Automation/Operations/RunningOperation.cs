using Infra.Automation.Events;

namespace Infra.Automation.Operations;

/// <summary>An operation that goes on while somebody reads its events.</summary>
/// <param name="Events">Every event in the engine's order, from the first on; ends with the operation. Whoever stops reading doesn't stop the operation.</param>
/// <param name="Result">What comes of it; it doesn't throw for what the engine says.</param>
public sealed record RunningOperation<TResult>(IAsyncEnumerable<StackEvent> Events, Task<TResult> Result)
    where TResult : OperationResult;
