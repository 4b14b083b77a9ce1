using Infra.Automation.Events;

namespace Infra.Automation.Tests.Harness;

/// <summary>Keeps what it is told, at once and in order; <see cref="Progress{T}"/> would hand it to other threads.</summary>
internal sealed class Reports(Action<StackEvent>? also = null) : IProgress<StackEvent>
{
    public List<StackEvent> Events { get; } = [];

    public void Report(StackEvent value)
    {
        Events.Add(value);
        also?.Invoke(value);
    }
}
