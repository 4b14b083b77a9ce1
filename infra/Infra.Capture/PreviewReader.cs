using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>Reads what <c>pulumi preview --json</c> wrote. Source: <c>PreviewDigest</c> of pulumi/pulumi, pkg/display/json.go.</summary>
internal sealed class PreviewReader
{
    private readonly StrictJsonReader _json;
    private readonly CapturedValues _values;
    private readonly CapturedStepReader _steps;
    private readonly StatesAfter _after = new();
    private readonly List<CapturedStep> _captured = [];
    private readonly List<PlanDiagnostic> _diagnostics = [];
    private readonly RefreshedStates _refreshed = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private bool _isComplete;

    private PreviewReader(StrictJsonReader json)
    {
        _json = json;
        var states = new CapturedStateReader(json, CaptureForm.Preview);
        _values = states.Values;
        _steps = new CapturedStepReader(json, states);
    }

    /// <exception cref="PlanFormatException">The text is no preview, or not complete.</exception>
    public static CapturedPlan Read(TextReader text)
    {
        using var json = new StrictJsonReader(text);
        return new PreviewReader(json).Read();
    }

    private CapturedPlan Read()
    {
        _json.Next();
        _json.ReadObject(key =>
        {
            switch (key)
            {
                case "steps":
                    _ = _values.ReadList(ReadStep);
                    break;
                case "diagnostics":
                    _diagnostics.AddRange(_values.ReadList(ReadDiagnostic));
                    break;
                case "changeSummary":
                    _isComplete = true;
                    ReadSummary();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
        _json.ReadToEnd();
        if (!_isComplete && !_diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            _diagnostics.Add(new PlanDiagnostic(DiagnosticSeverity.Error, "the preview didn't come to its end: its document has no 'changeSummary'"));
        }

        var (refresh, untold, gone) = _refreshed.IsEmpty ? (null, 0, []) : _refreshed.Conclude(_counts);
        _after.Remove(gone);
        var expected = _counts.Where(static count => StatesAfter.LeavesResource(count.Key)).Sum(static count => count.Value);
        return new CapturedPlan
        {
            Form = CaptureForm.Preview,
            Plan = PlanOfStates.Of(_after.States),
            Diagnostics = [.. _diagnostics],
            Omitted = Math.Max(untold, expected - _after.States.Count),
            Steps = [.. _captured],
            Refresh = refresh,
        };
    }

    private CapturedStep ReadStep()
    {
        var path = _json.Path;
        var (step, oldState, newState) = _steps.Read();
        _after.Apply(step, oldState, newState, path);
        _refreshed.Add(step, oldState);
        _captured.Add(step);
        return step;
    }

    private PlanDiagnostic ReadDiagnostic()
    {
        Urn? urn = null;
        var (message, severity) = ("", "");
        _json.ReadObject(key =>
        {
            switch (key)
            {
                case "urn" when _json.ReadString().Length > 0:
                    urn = _values.ReadUrn();
                    break;
                case "message":
                    message = _json.ReadString();
                    break;
                case "severity":
                    severity = _json.ReadString();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
        // The engine writes the severity in front of the text too.
        return severity switch
        {
            "error" => new PlanDiagnostic(DiagnosticSeverity.Error, Without("error: ", message), urn),
            "warning" => new PlanDiagnostic(DiagnosticSeverity.Warning, Without("warning: ", message), urn),
            _ => new PlanDiagnostic(DiagnosticSeverity.Info, message.TrimEnd(), urn),
        };
    }

    private static string Without(string prefix, string message) =>
        (message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message).TrimEnd();

    private void ReadSummary() => _json.ReadObject(operation => _counts[operation] = (int)_json.ReadNumber());
}
