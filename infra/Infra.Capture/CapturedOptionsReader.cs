using Infra.Core.Configuration;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Capture;

/// <summary>Reads the options that Pulumi keeps in a resource's state. It doesn't keep <c>deleteBeforeReplace</c>.</summary>
internal static class CapturedOptionsReader
{
    /// <returns>The options with what stands here; null where the key is no option's.</returns>
    public static PlannedOptions? Read(StrictJsonReader json, CapturedValues values, string key, PlannedOptions options) => key switch
    {
        PlanKeys.Protect => options with { Protect = json.ReadBool() },
        PlanKeys.RetainOnDelete => options with { RetainOnDelete = json.ReadBool() },
        PlanKeys.IgnoreChanges => options with { IgnoreChanges = values.ReadList(json.ReadString) },
        PlanKeys.ReplaceOnChanges => options with { ReplaceOnChanges = values.ReadList(json.ReadString) },
        PlanKeys.ReplaceWith => options with { ReplaceWith = values.ReadList(values.ReadUrn) },
        "hideDiff" => options with { HideDiffs = values.ReadList(() => ReadPath(json)) },
        PlanKeys.AdditionalSecretOutputs => options with { AdditionalSecretOutputs = values.ReadList(json.ReadString) },
        PlanKeys.Aliases => options with { Aliases = values.ReadList(values.ReadUrn) },
        PlanKeys.DeletedWith => options with { DeletedWith = values.ReadUrn() },
        "importID" => options with { Import = json.ReadString() },
        PlanKeys.CustomTimeouts => options with { CustomTimeouts = ReadTimeouts(json) },
        _ => null,
    };

    /// <summary>A path as text, or as the list of its keys and indices.</summary>
    private static string ReadPath(StrictJsonReader json)
    {
        if (json.Token == JsonToken.String)
        {
            return json.ReadString();
        }

        var path = "";
        json.ReadArray(() => path = json.Token == JsonToken.String
            ? ConfigPath.Key(path, json.ReadString())
            : ConfigPath.Index(path, (int)json.ReadNumber()));
        return path.TrimStart('.');
    }

    /// <summary>Zero is the provider's own default; the time for reading is nothing that a program can set.</summary>
    private static PlannedTimeouts? ReadTimeouts(StrictJsonReader json)
    {
        var timeouts = new PlannedTimeouts();
        json.ReadObject(key =>
        {
            if (key is PlanKeys.Create or PlanKeys.Update or PlanKeys.Delete && PlannedOptionsReader.ReadSeconds(json) is { Ticks: > 0 } time)
            {
                timeouts = key switch
                {
                    PlanKeys.Create => timeouts with { Create = time },
                    PlanKeys.Update => timeouts with { Update = time },
                    _ => timeouts with { Delete = time },
                };
            }
            else
            {
                json.Skip();
            }
        });
        return timeouts == new PlannedTimeouts() ? null : timeouts;
    }
}
