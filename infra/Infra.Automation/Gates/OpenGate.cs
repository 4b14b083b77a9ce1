using Infra.Automation.Engine;
using Infra.Automation.Events;

namespace Infra.Automation.Gates;

/// <summary>Lets everything pass: for whoever judges in another way.</summary>
public sealed class OpenGate : IStackGate
{
    public Task<GateVerdict> JudgeAsync(IStackEngine engine, string stack, PreviewRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken) => Task.FromResult(GateVerdict.Open);
}
