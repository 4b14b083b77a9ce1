using Infra.Planning.Model;

namespace Infra.Planning.Json;

internal static class PlannedOptionsReader
{
    public static PlannedOptions Read(StrictJsonReader json)
    {
        var options = PlannedOptions.None;
        json.ReadObject(key => options = key switch
        {
            PlanKeys.Protect => options with { Protect = json.ReadBool() },
            PlanKeys.RetainOnDelete => options with { RetainOnDelete = json.ReadBool() },
            PlanKeys.DeleteBeforeReplace => options with { DeleteBeforeReplace = json.ReadBool() },
            PlanKeys.IgnoreChanges => options with { IgnoreChanges = ReadPaths(json) },
            PlanKeys.ReplaceOnChanges => options with { ReplaceOnChanges = ReadPaths(json) },
            PlanKeys.ReplaceWith => options with { ReplaceWith = PlanReader.ReadList(json, PlanReader.ReadUrn) },
            PlanKeys.HideDiffs => options with { HideDiffs = ReadPaths(json) },
            PlanKeys.AdditionalSecretOutputs => options with { AdditionalSecretOutputs = ReadPaths(json) },
            PlanKeys.Aliases => options with { Aliases = PlanReader.ReadList(json, PlanReader.ReadUrn) },
            PlanKeys.DeletedWith => options with { DeletedWith = PlanReader.ReadUrn(json) },
            PlanKeys.Version => options with { Version = json.ReadString() },
            PlanKeys.PluginDownloadUrl => options with { PluginDownloadUrl = json.ReadString() },
            PlanKeys.Import => options with { Import = json.ReadString() },
            PlanKeys.CustomTimeouts => options with { CustomTimeouts = ReadTimeouts(json) },
            _ => throw PlanReader.UnknownKey(json, PlanKeys.OfOptions),
        });
        return options;
    }

    private static ValueList<string> ReadPaths(StrictJsonReader json) =>
        PlanReader.ReadList(json, static reader => reader.ReadString());

    private static PlannedTimeouts ReadTimeouts(StrictJsonReader json)
    {
        var timeouts = new PlannedTimeouts();
        json.ReadObject(key => timeouts = key switch
        {
            PlanKeys.Create => timeouts with { Create = ReadSeconds(json) },
            PlanKeys.Update => timeouts with { Update = ReadSeconds(json) },
            PlanKeys.Delete => timeouts with { Delete = ReadSeconds(json) },
            _ => throw PlanReader.UnknownKey(json, PlanKeys.OfTimeouts),
        });
        return timeouts;
    }

    internal static TimeSpan ReadSeconds(StrictJsonReader json)
    {
        var seconds = json.ReadNumber();
        // Rounded to the tick: TimeSpan.FromSeconds cuts 0.295 s down to 0.2949999 s.
        return seconds >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
            : throw json.Problem($"found {json.Found}; a time in seconds is required, from 0 to {TimeSpan.MaxValue.TotalSeconds:F0}");
    }
}
