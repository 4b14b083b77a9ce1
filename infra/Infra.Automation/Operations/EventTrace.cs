using System.Collections.Immutable;
using Infra.Automation.Events;
using Infra.Planning.Model;

namespace Infra.Automation.Operations;

/// <summary>
/// Hands the events of one operation on, in order and one at a time, and remembers what a result needs of them. A reader that throws isn't asked again, and is a warning of the result: he keeps neither the engine from
/// being stopped nor the result from whoever waits.
/// </summary>
internal sealed class EventTrace(IProgress<StackEvent>? progress)
{
    private readonly Lock _gate = new();
    private readonly List<Urn> _inHand = [];
    private readonly SortedDictionary<string, int> _done = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private ImmutableSortedDictionary<string, int>? _summary;
    private bool _isReaderGone;

    /// <summary>What the engine counted; where it didn't come to that, what was done.</summary>
    public ImmutableSortedDictionary<string, int> Changes
    {
        get
        {
            lock (_gate)
            {
                return _summary ?? _done.ToImmutableSortedDictionary(StringComparer.Ordinal);
            }
        }
    }

    public ValueList<string> Warnings
    {
        get
        {
            lock (_gate)
            {
                return [.. _warnings];
            }
        }
    }

    /// <summary>Resources that were begun with and not ended, in the order of their beginning.</summary>
    public ValueList<Urn> InHand
    {
        get
        {
            lock (_gate)
            {
                return [.. _inHand];
            }
        }
    }

    public void Reached(OperationStage stage) => Tell(new StackEvent.StageReached(stage));

    public void Tell(StackEvent one)
    {
        lock (_gate)
        {
            Remember(one);
            if (!_isReaderGone)
            {
                Report(one);
            }
        }
    }

    private void Report(StackEvent one)
    {
        try
        {
            progress?.Report(one);
        }
        catch (Exception e)
        {
            _isReaderGone = true;
            _warnings.Add($"who reads the events failed, and heard no more of them: {e.Message}");
        }
    }

    private void Remember(StackEvent one)
    {
        switch (one)
        {
            case StackEvent.ResourceStarted { IsPlanning: false, IsComponent: false, Operation: not "same", Urn: var urn } when !_inHand.Contains(urn):
                _inHand.Add(urn);
                break;
            case StackEvent.ResourceDone { IsPlanning: false } done:
                _inHand.Remove(done.Urn);
                _done[done.Operation] = _done.GetValueOrDefault(done.Operation) + 1;
                break;
            case StackEvent.ResourceFailed failed:
                _inHand.Remove(failed.Urn);
                break;
            case StackEvent.Diagnostic { Severity: DiagnosticSeverity.Warning, IsEphemeral: false, Message: var message } when !_warnings.Contains(message):
                _warnings.Add(message);
                break;
            case StackEvent.Summary summary:
                _summary = summary.Changes;
                break;
            default:
                break;
        }
    }
}
