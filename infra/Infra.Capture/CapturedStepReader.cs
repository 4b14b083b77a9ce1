using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Capture;

/// <summary>Reads one step. Source: <c>PreviewStep</c> of pulumi/pulumi, pkg/display/json.go.</summary>
internal sealed class CapturedStepReader(StrictJsonReader json, CapturedStateReader states)
{
    /// <exception cref="PlanFormatException">It is no step.</exception>
    public (CapturedStep Step, CapturedState? Old, CapturedState? New) Read()
    {
        var path = json.Path;
        (string? operation, Urn? urn) = (null, null);
        (CapturedState? oldState, CapturedState? newState) = (null, null);
        ValueList<string> differs = [], replaces = [];
        ValueList<CapturedChange> changes = [];
        json.ReadObject(key =>
        {
            switch (key)
            {
                case "op":
                    operation = json.ReadString();
                    break;
                case "urn":
                    urn = states.Values.ReadUrn();
                    break;
                case "oldState":
                    oldState = ReadState();
                    break;
                case "newState":
                    newState = ReadState();
                    break;
                case "diffReasons":
                    differs = states.Values.ReadList(json.ReadString);
                    break;
                case "replaceReasons":
                    replaces = states.Values.ReadList(json.ReadString);
                    break;
                case "detailedDiff":
                    changes = ReadChanges();
                    break;
                default:
                    json.Skip();
                    break;
            }
        });
        var step = new CapturedStep(urn ?? throw Missing(path, "urn"), operation ?? throw Missing(path, "op"))
        {
            PriorUrn = oldState?.Urn == urn ? null : oldState?.Urn,
            DiffReasons = differs,
            ReplaceReasons = replaces,
            Changes = changes,
        };
        return (step, oldState, newState);
    }

    private static PlanFormatException Missing(string path, string key) => new(path, $"the key '{key}' is missing");

    private CapturedState? ReadState() => json.Token == JsonToken.Null ? null : states.Read();

    private ValueList<CapturedChange> ReadChanges()
    {
        if (json.Token == JsonToken.Null)
        {
            return [];
        }

        var changes = new List<CapturedChange>();
        json.ReadObject(path =>
        {
            var (kind, isInputDiff) = ("", false);
            json.ReadObject(key =>
            {
                switch (key)
                {
                    case "kind":
                        kind = json.ReadString();
                        break;
                    case "inputDiff":
                        isInputDiff = json.ReadBool();
                        break;
                    default:
                        json.Skip();
                        break;
                }
            });
            changes.Add(new CapturedChange(path, kind, isInputDiff));
        });
        return [.. changes.OrderBy(static change => change.Path, StringComparer.Ordinal)];
    }
}
