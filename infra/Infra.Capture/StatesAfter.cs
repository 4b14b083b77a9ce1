using Infra.Core.Configuration;
using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>The resources that are there after the steps of a preview. Source of the operations: pulumi/pulumi, pkg/resource/deploy/step.go.</summary>
internal sealed class StatesAfter
{
    /// <summary>After these there is a resource.</summary>
    private static readonly string[] _leaving =
        ["create", "update", "same", "replace", "create-replacement", "import", "import-replacement", "read", "read-replacement"];

    /// <summary>These leave the resource of the URN as another step says, or are none of the stack's.</summary>
    private static readonly string[] _neutral = ["delete-replaced", "discard-replaced", "remove-pending-replace", "diff", "extend-parameterize"];

    public const string Refresh = "refresh";

    private static readonly string[] _removing = ["delete", "discard"];

    private readonly Dictionary<Urn, CapturedState> _states = [];

    public IReadOnlyCollection<CapturedState> States => _states.Values;

    /// <summary>Takes out what the refresh didn't find and the program doesn't ask for.</summary>
    public void Remove(IEnumerable<Urn> gone)
    {
        foreach (var urn in gone)
        {
            _states.Remove(urn);
        }
    }

    public static bool LeavesResource(string operation) => _leaving.Contains(operation);

    /// <param name="step">What is done.</param>
    /// <param name="oldState">Before it.</param>
    /// <param name="newState">After it.</param>
    /// <param name="path">Where the step stands.</param>
    /// <exception cref="PlanFormatException">The operation isn't known: it could make or remove a resource.</exception>
    public void Apply(CapturedStep step, CapturedState? oldState, CapturedState? newState, string path)
    {
        if (LeavesResource(step.Operation))
        {
            _states[step.Urn] = newState ?? throw new PlanFormatException(path, $"the key 'newState' is missing; the operation is {Shown.Quoted(step.Operation)}");
        }
        else if (step.Operation == Refresh && newState is not null)
        {
            _states[step.Urn] = newState;
        }
        // What a failed replacement left behind has the URN of what replaced it.
        else if (step.Operation == Refresh || (_removing.Contains(step.Operation) && oldState is not { IsLeftover: true }))
        {
            _states.Remove(step.Urn);
        }
        else if (!_removing.Contains(step.Operation) && !_neutral.Contains(step.Operation))
        {
            throw new PlanFormatException(
                $"{path}.op", $"found the text {Shown.Quoted(step.Operation)}; allowed are {string.Join(", ", _leaving.Concat(_neutral).Concat(_removing).Append(Refresh))}");
        }
    }
}
