using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Capture;

/// <summary>Reads one resource. Keys that a plan has no use for are passed over, and so are keys that later versions bring.</summary>
internal sealed class CapturedStateReader(StrictJsonReader json, CaptureForm form)
{
    private static readonly Urn _nobody = Urn.Parse("urn:pulumi:stack::project::type::name");

    public CapturedValues Values { get; } = new(json, form);

    /// <exception cref="PlanFormatException">It is no resource.</exception>
    public CapturedState Read()
    {
        var path = json.Path;
        Urn? urn = null;
        var state = new CapturedState { Urn = _nobody };
        json.ReadObject(key =>
        {
            if (json.Token == JsonToken.Null)
            {
                return;
            }

            if (key == PlanKeys.Urn)
            {
                urn = Values.ReadUrn();
            }
            else if (key == PlanKeys.Outputs)
            {
                // By far the largest part of a state. The URN comes first in what Pulumi writes.
                state = urn is null or { Type: WellKnownTypes.Stack } ? state with { Outputs = Values.ReadProperties() } : Skip(state);
            }
            else
            {
                state = Read(key, state);
            }
        });
        return state with
        {
            Urn = urn ?? throw new PlanFormatException(path, $"the key '{PlanKeys.Urn}' is missing"),
            Outputs = urn.Type == WellKnownTypes.Stack ? state.Outputs : null,
        };
    }

    private CapturedState Read(string key, CapturedState state) => key switch
    {
        PlanKeys.Id => state with { Id = json.ReadString() },
        "delete" => state with { IsLeftover = json.ReadBool() },
        "pendingReplacement" => state with { IsPendingReplacement = json.ReadBool() },
        "external" => state with { IsExternal = json.ReadBool() },
        "viewOf" => state with { IsView = json.ReadString().Length > 0 },
        PlanKeys.Parent => state with { Parent = Values.ReadUrn() },
        PlanKeys.Provider => state with { Provider = json.ReadString() },
        PlanKeys.Inputs => state with { Inputs = Values.ReadProperties()! },
        "propertyDependencies" => state with { GivenInputs = ReadKeys() },
        PlanKeys.Dependencies => state with { Dependencies = Values.ReadList(Values.ReadUrn) },
        _ => CapturedOptionsReader.Read(json, Values, key, state.Options) is { } options ? state with { Options = options } : Skip(state),
    };

    private ValueList<string> ReadKeys()
    {
        var keys = new List<string>();
        json.ReadObject(key =>
        {
            keys.Add(key);
            json.Skip();
        });
        return [.. keys];
    }

    private CapturedState Skip(CapturedState state)
    {
        json.Skip();
        return state;
    }
}
