using System.Collections.Immutable;
using Infra.Automation.Events;

namespace Infra.Automation.Engine.Processes;

/// <summary>Hands events on, one at a time, and keeps them. A reader that throws is not asked again; the engine goes on, for stopping it in the middle would be worse.</summary>
internal sealed class EventSink(Action<StackEvent> onEvent)
{
    private readonly Lock _gate = new();
    private readonly List<StackEvent> _events = [];
    private Exception? _failure;

    public ImmutableArray<StackEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    public void Tell(StackEvent one)
    {
        lock (_gate)
        {
            _events.Add(one);
            try
            {
                if (_failure is null)
                {
                    onEvent(one);
                }
            }
            catch (Exception e)
            {
                _failure = e;
            }
        }
    }

    /// <exception cref="InvalidOperationException">The reader threw.</exception>
    public void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            throw new InvalidOperationException($"who reads the engine's events failed: {failure.Message}", failure);
        }
    }
}
