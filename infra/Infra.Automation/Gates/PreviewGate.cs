using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Capture;
using Infra.Planning.Reviewing;

namespace Infra.Automation.Gates;

/// <summary>Lets the real engine preview, and judges that.</summary>
public sealed class PreviewGate(GateOptions options) : IStackGate
{
    public async Task<GateVerdict> JudgeAsync(IStackEngine engine, string stack, PreviewRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(onEvent);
        onEvent(new StackEvent.StageReached(OperationStage.Previewing));
        var preview = Read(await engine.PreviewAsync(stack, request, onEvent, cancellationToken));
        var before = Read(await engine.ExportAsync(stack, cancellationToken)).Plan;
        onEvent(new StackEvent.StageReached(OperationStage.Judging));
        return Gate.Judge(preview, PlanReview.Of(preview.Plan, options.Policies), options, before);
    }

    private static CapturedPlan Read(string json) => CapturedPlan.Read(new StringReader(json));
}
