using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Capture;

/// <summary>
/// Reads what <c>pulumi stack export</c> wrote. Source: <c>UntypedDeployment</c> and <c>DeploymentV3</c> of pulumi/pulumi, sdk/go/common/apitype/core.go.
/// Version 4 has the resources in the same form and names the newer features among them.
/// </summary>
internal sealed class StateReader
{
    private readonly StrictJsonReader _json;
    private readonly CapturedStateReader _states;
    private readonly Dictionary<Urn, CapturedState> _resources = [];
    private readonly List<PlanDiagnostic> _diagnostics = [];
    private readonly List<CapturedOperation> _pending = [];

    private StateReader(StrictJsonReader json)
    {
        _json = json;
        _states = new CapturedStateReader(json, CaptureForm.State);
    }

    /// <exception cref="PlanFormatException">The text is no state, of another version, or not complete.</exception>
    public static CapturedPlan Read(TextReader text)
    {
        using var json = new StrictJsonReader(text);
        return new StateReader(json).Read();
    }

    private CapturedPlan Read()
    {
        var (hasVersion, hasDeployment) = (false, false);
        _json.Next();
        _json.ReadObject(key =>
        {
            switch (key)
            {
                case "version":
                    hasVersion = ReadVersion();
                    break;
                case "deployment":
                    hasDeployment = true;
                    ReadDeployment();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
        _json.ReadToEnd();
        Require(hasVersion, "version");
        Require(hasDeployment, "deployment");
        return new CapturedPlan { Form = CaptureForm.State, Plan = PlanOfStates.Of(_resources.Values), Diagnostics = [.. _diagnostics], Pending = [.. _pending] };
    }

    private bool ReadVersion() => _json.ReadNumber() is 3 or 4
        ? true
        : throw _json.Problem($"found {_json.Found}; this program reads versions 3 and 4 of what 'pulumi stack export' writes");

    /// <summary>Of a stack that was never updated there is nothing.</summary>
    private void ReadDeployment()
    {
        if (_json.Token == JsonToken.Null)
        {
            return;
        }

        _json.ReadObject(key =>
        {
            switch (key)
            {
                case "resources":
                    _ = _states.Values.ReadList(ReadResource);
                    break;
                case "pending_operations":
                    _pending.AddRange(_states.Values.ReadList(ReadOperation));
                    _diagnostics.AddRange(_pending.Select(Told));
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
    }

    private CapturedState ReadResource()
    {
        var path = _json.Path;
        var state = _states.Read();
        if (state.IsLeftover)
        {
            _diagnostics.Add(new PlanDiagnostic(DiagnosticSeverity.Warning, "an older one of this name is still there; the next update deletes it", state.Urn));
        }
        else if (state.IsPendingReplacement)
        {
            _diagnostics.Add(new PlanDiagnostic(DiagnosticSeverity.Warning, "it was deleted to be replaced, and not made again yet", state.Urn));
        }
        else if (!_resources.TryAdd(state.Urn, state with { Outputs = OutputsOf(state) }))
        {
            throw new PlanFormatException($"{path}.{PlanKeys.Urn}", $"an earlier resource has the URN '{state.Urn}' too");
        }

        return state;
    }

    /// <summary>A state that has no outputs of the stack is of a stack that has none.</summary>
    private static ValueMap? OutputsOf(CapturedState state) => state.Urn.Type == WellKnownTypes.Stack ? state.Outputs ?? ValueMap.Empty : null;

    private CapturedOperation ReadOperation()
    {
        var path = _json.Path;
        (CapturedState? state, string? type) = (null, null);
        _json.ReadObject(key =>
        {
            switch (key)
            {
                case "resource":
                    state = _states.Read();
                    break;
                case "type":
                    type = _json.ReadString();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
        return state is null
            ? throw new PlanFormatException(path, "the key 'resource' is missing")
            : new CapturedOperation(state.Urn, type ?? "working on", state.Id);
    }

    private static PlanDiagnostic Told(CapturedOperation operation) => new(
        DiagnosticSeverity.Warning,
        $"an update was interrupted while {operation.Kind} it; what became of it is not known. 'pulumi refresh' finds out",
        operation.Urn);

    private static void Require(bool found, string key)
    {
        if (!found)
        {
            throw new PlanFormatException("", $"the key '{key}' is missing; this is not what 'pulumi stack export' writes");
        }
    }
}
