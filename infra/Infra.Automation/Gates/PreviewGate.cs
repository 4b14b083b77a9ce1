using Infra.Automation.Engine;
using Infra.Automation.Events;

namespace Infra.Automation.Gates;

/// <summary>Lets the real engine preview, and judges that.</summary>
public sealed class PreviewGate(GateOptions options) : IStackGate
{
    public Task<GateVerdict> JudgeAsync(IStackEngine engine, string stack, PreviewRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken) =>
        throw new NotImplementedException(options.ToString());
}
