using System.Diagnostics;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Json;

internal static class PlanValueWriter
{
    /// <summary>Up to here every integral double is the whole number that it shows.</summary>
    private const double LargestExactInteger = 1L << 53;

    public static void Write(JsonTextWriter json, ValueMap properties)
    {
        json.WriteStartObject();
        foreach (var (key, value) in InWrittenOrder(properties))
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    public static void WriteNumber(JsonTextWriter json, double number)
    {
        if (double.IsInteger(number) && Math.Abs(number) <= LargestExactInteger)
        {
            json.WriteValue((long)number);
        }
        else
        {
            json.WriteValue(number);
        }
    }

    public static void Write(JsonTextWriter json, PlanValue value)
    {
        switch (value)
        {
            case PlanValue.Null:
                json.WriteNull();
                break;
            case PlanValue.Bool { Value: var flag }:
                json.WriteValue(flag);
                break;
            case PlanValue.Number { Value: var number }:
                WriteNumber(json, number);
                break;
            case PlanValue.String { Value: var text }:
                json.WriteValue(text);
                break;
            case PlanValue.List { Items: var items }:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case PlanValue.Object { Properties: var properties }:
                Write(json, properties);
                break;
            case PlanValue.Asset { Content: var content }:
                WriteContent(json, MarkerKey.Asset, content);
                break;
            case PlanValue.Archive { Content: var content }:
                WriteContent(json, MarkerKey.Archive, content);
                break;
            case PlanValue.Unknown:
                WriteMarker(json, MarkerKey.Unknown);
                break;
            case PlanValue.Secret:
                WriteMarker(json, MarkerKey.Secret);
                break;
            default:
                throw new UnreachableException($"a plan value of type {value.GetType()}");
        }
    }

    private static void WriteMarker(JsonTextWriter json, string key)
    {
        json.WriteStartObject();
        json.WritePropertyName(key);
        json.WriteValue(true);
        json.WriteEndObject();
    }

    private static void WriteContent(JsonTextWriter json, string key, ValueMap content)
    {
        json.WriteStartObject();
        json.WritePropertyName(key);
        Write(json, content);
        json.WriteEndObject();
    }

    /// <summary>An escaped key may sort elsewhere than the key itself; without one the map's order is right.</summary>
    private static IEnumerable<KeyValuePair<string, PlanValue>> InWrittenOrder(ValueMap properties) =>
        properties.Keys.All(static key => ReferenceEquals(MarkerKey.Escape(key), key))
            ? properties
            : properties
                .Select(static p => KeyValuePair.Create(MarkerKey.Escape(p.Key), p.Value))
                .OrderBy(static p => p.Key, StringComparer.Ordinal);
}
