using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Gates;

namespace Infra.Cli.Stacks;

/// <summary>After the gate of the house has let something pass, somebody is asked: he sees the preview that was judged, and no other one is made.</summary>
internal sealed class AskingGate(IStackGate gate, Func<GateVerdict, CancellationToken, Task<bool>> ask) : IStackGate
{
    /// <summary>Whether somebody has said no.</summary>
    public bool IsDeclined { get; private set; }

    public async Task<GateVerdict> JudgeAsync(IStackEngine engine, string stack, PreviewRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken)
    {
        var verdict = await gate.JudgeAsync(engine, stack, request, onEvent, cancellationToken);
        if (!verdict.Passes || await ask(verdict, cancellationToken))
        {
            return verdict;
        }
        IsDeclined = true;
        return verdict with { Findings = [new GateFinding("question", "", "the answer was no", "Nothing was done.")] };
    }
}
