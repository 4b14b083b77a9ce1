using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>Keeps apart what a state said and what a refresh found, while a preview's steps are read.</summary>
internal sealed class RefreshedStates
{
    private const string Same = "same";

    private readonly Dictionary<Urn, CapturedState> _recorded = [];
    private readonly Dictionary<Urn, CapturedState> _found = [];
    private readonly HashSet<Urn> _asked = [];
    private int _same;

    public bool IsEmpty => _recorded.Count == 0;

    public void Add(CapturedStep step, CapturedState? oldState)
    {
        if (step.Operation == StatesAfter.Refresh)
        {
            if (oldState is not null)
            {
                _recorded[step.Urn] = oldState;
            }
            return;
        }

        _asked.Add(step.Urn);
        _same += step.Operation == Same ? 1 : 0;
        // What a failed replacement left behind isn't the resource.
        if (oldState is { IsLeftover: false })
        {
            _found.TryAdd(step.Urn, oldState);
        }
    }

    /// <summary>
    /// Resources of which the program's steps say nothing: they stay as they are and aren't shown, or the refresh didn't find them. The summary, which counts all, tells which.
    /// </summary>
    /// <param name="counts">How many resources there are of each operation.</param>
    /// <returns>What is known; how many resources nobody can tell about; and which ones are gone without a step.</returns>
    public (CapturedRefresh Refresh, int Omitted, IReadOnlyCollection<Urn> Gone) Conclude(IReadOnlyDictionary<string, int> counts)
    {
        var recorded = PlanOfStates.Of(_recorded.Values);
        if (_asked.Count == 0)
        {
            return (new CapturedRefresh(recorded, null) { Changed = counts.GetValueOrDefault("update"), Gone = counts.GetValueOrDefault("delete") }, 0, []);
        }

        var silent = _recorded.Values.Where(state => !_asked.Contains(state.Urn)).ToList();
        var notShown = counts.GetValueOrDefault(Same) - _same;
        if (notShown != 0 && notShown != silent.Count)
        {
            return (new CapturedRefresh(recorded, null), notShown, []);
        }

        var found = _found.Values.Concat(notShown == 0 ? [] : silent).ToList();
        // In the order of the state, so that a diff reads as the state does.
        var order = _recorded.Keys.Select(static (urn, at) => (urn, at)).ToDictionary(static one => one.urn, static one => one.at);
        var plan = PlanOfStates.Of([.. found.OrderBy(state => order.GetValueOrDefault(state.Urn, int.MaxValue))]);
        return (new CapturedRefresh(recorded, plan with { Project = recorded.Project, Stack = recorded.Stack }), 0, notShown == 0 ? [.. silent.Select(static state => state.Urn)] : []);
    }
}
