using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Json;

internal static class PlanWriter
{
    public static void Write(JsonTextWriter json, Plan plan)
    {
        json.WriteStartObject();
        json.WritePropertyName(PlanKeys.SchemaVersion);
        json.WriteValue(Plan.SchemaVersion);
        WriteText(json, PlanKeys.Project, plan.Project);
        WriteText(json, PlanKeys.Stack, plan.Stack);
        json.WritePropertyName(PlanKeys.Resources);
        json.WriteStartArray();
        foreach (var resource in plan.Resources)
        {
            WriteResource(json, resource);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResource(JsonTextWriter json, PlannedResource resource)
    {
        json.WriteStartObject();
        WriteText(json, PlanKeys.Urn, resource.Urn.ToString());
        WriteText(json, PlanKeys.Type, resource.Type);
        WriteText(json, PlanKeys.Name, resource.Name);
        WriteText(json, PlanKeys.Parent, resource.Parent?.ToString());
        WriteText(json, PlanKeys.Provider, resource.Provider?.ToString());
        WriteText(json, PlanKeys.Id, resource.ReadId);
        json.WritePropertyName(PlanKeys.Inputs);
        PlanValueWriter.Write(json, resource.Inputs);
        json.WritePropertyName(PlanKeys.Dependencies);
        WriteArray(json, resource.Dependencies);
        json.WritePropertyName(PlanKeys.Options);
        WriteOptions(json, resource.Options);
        if (resource.Outputs is { } outputs)
        {
            json.WritePropertyName(PlanKeys.Outputs);
            PlanValueWriter.Write(json, outputs);
        }

        json.WriteEndObject();
    }

    private static void WriteOptions(JsonTextWriter json, PlannedOptions options)
    {
        json.WriteStartObject();
        WriteFlag(json, PlanKeys.Protect, options.Protect);
        WriteFlag(json, PlanKeys.RetainOnDelete, options.RetainOnDelete);
        WriteFlag(json, PlanKeys.DeleteBeforeReplace, options.DeleteBeforeReplace);
        WriteList(json, PlanKeys.IgnoreChanges, options.IgnoreChanges);
        WriteList(json, PlanKeys.ReplaceOnChanges, options.ReplaceOnChanges);
        WriteList(json, PlanKeys.ReplaceWith, options.ReplaceWith);
        WriteList(json, PlanKeys.HideDiffs, options.HideDiffs);
        WriteList(json, PlanKeys.AdditionalSecretOutputs, options.AdditionalSecretOutputs);
        WriteList(json, PlanKeys.Aliases, options.Aliases);
        WriteText(json, PlanKeys.DeletedWith, options.DeletedWith?.ToString());
        WriteText(json, PlanKeys.Version, options.Version);
        WriteText(json, PlanKeys.PluginDownloadUrl, options.PluginDownloadUrl);
        WriteText(json, PlanKeys.Import, options.Import);
        if (options.CustomTimeouts is { } timeouts)
        {
            json.WritePropertyName(PlanKeys.CustomTimeouts);
            json.WriteStartObject();
            WriteSeconds(json, PlanKeys.Create, timeouts.Create);
            WriteSeconds(json, PlanKeys.Update, timeouts.Update);
            WriteSeconds(json, PlanKeys.Delete, timeouts.Delete);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteText(JsonTextWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WritePropertyName(key);
            json.WriteValue(text);
        }
    }

    private static void WriteFlag(JsonTextWriter json, string key, bool? flag)
    {
        if (flag is { } value)
        {
            json.WritePropertyName(key);
            json.WriteValue(value);
        }
    }

    private static void WriteSeconds(JsonTextWriter json, string key, TimeSpan? time)
    {
        if (time is { } value)
        {
            json.WritePropertyName(key);
            PlanValueWriter.WriteNumber(json, value.TotalSeconds);
        }
    }

    private static void WriteList<T>(JsonTextWriter json, string key, ValueList<T> items)
        where T : notnull
    {
        if (items.Count > 0)
        {
            json.WritePropertyName(key);
            WriteArray(json, items);
        }
    }

    private static void WriteArray<T>(JsonTextWriter json, ValueList<T> items)
        where T : notnull
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteValue(item.ToString());
        }

        json.WriteEndArray();
    }
}
