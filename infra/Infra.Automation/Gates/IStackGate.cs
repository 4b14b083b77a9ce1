using Infra.Automation.Engine;
using Infra.Automation.Events;

namespace Infra.Automation.Gates;

/// <summary>What an update has to pass before it starts.</summary>
public interface IStackGate
{
    /// <param name="engine">Who previews.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="request">What is to be done.</param>
    /// <param name="onEvent">Gets the preview's events, and the stages.</param>
    /// <exception cref="EngineException">The preview failed.</exception>
    Task<GateVerdict> JudgeAsync(IStackEngine engine, string stack, PreviewRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken);
}
