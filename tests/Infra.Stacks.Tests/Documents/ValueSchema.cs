using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Core.Configuration;
using Newtonsoft.Json.Linq;

namespace Infra.Stacks.Tests.Documents;

/// <summary>The JSON Schema of a value. What JSON Schema can't say, the range of a quantity, stands in the description only.</summary>
internal static class ValueSchema
{
    public static JObject Of(ConfigShape shape, ImmutableArray<ConstraintAttribute> constraints)
    {
        var schema = shape switch
        {
            ConfigShape.Flag => Typed("boolean"),
            ConfigShape.WholeNumber => new JObject { ["type"] = "integer", ["minimum"] = int.MinValue, ["maximum"] = int.MaxValue },
            ConfigShape.Number => Typed("number"),
            ConfigShape.OneOf oneOf => new JObject { ["type"] = "string", ["enum"] = new JArray(oneOf.Choices.Select(choice => choice.Written)) },
            ConfigShape.Scalar scalar => Scalar(scalar),
            ConfigShape.List list => new JObject { ["type"] = "array", ["items"] = Of(list.Entries, Limits.OfEntries(list, constraints)) },
            ConfigShape.Map map => Map(map, constraints),
            ConfigShape.Record record => Record(record),
            _ => Typed("string"),
        };
        foreach (var constraint in constraints.Where(constraint => constraint.AppliesTo(shape.Type)))
        {
            Limit(schema, shape, constraint);
        }

        return schema;
    }

    /// <summary>A key with its description and default.</summary>
    public static JObject OfKey(ConfigKey key, bool mayBeNull)
    {
        var schema = Of(key.Shape, key.Constraints);
        var limits = Limits.Of(key.Shape, key.Constraints);
        schema.AddFirst(new JProperty("description", XmlDocumentation.Of(key.Property) + (limits.Length > 0 ? $" Allowed: {limits}." : "")));
        if (Defaults.Json(key) is { } value)
        {
            schema["default"] = value;
        }

        return mayBeNull ? OrNull(schema) : schema;
    }

    private static JObject Typed(string type) => new() { ["type"] = type };

    private static JObject Scalar(ConfigShape.Scalar scalar)
    {
        var schema = new JObject { ["type"] = "string", ["pattern"] = Whole(scalar.Pattern) };
        if (Regex.IsMatch("1", Whole(scalar.Pattern)))
        {
            // No written form has a sign.
            schema["type"] = new JArray("string", "number");
            schema["minimum"] = 0;
        }

        return schema;
    }

    // Pulumi takes {secure: TEXT} for an encrypted value at any depth, and the binder refuses it.
    private static JObject Map(ConfigShape.Map map, ImmutableArray<ConstraintAttribute> constraints) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = Of(map.Entries, Limits.OfEntries(map, constraints)),
        ["not"] = new JObject { ["required"] = new JArray("secure"), ["maxProperties"] = 1 },
    };

    private static JObject Record(ConfigShape.Record record)
    {
        var schema = Typed("object");
        schema["additionalProperties"] = false;
        if (record.Keys.Any(key => key.IsRequired))
        {
            schema["required"] = new JArray(record.Keys.Where(key => key.IsRequired).Select(key => key.Name));
        }

        schema["properties"] = new JObject(record.Keys.Select(key => new JProperty(key.Name, OfKey(key, key.AllowsNull))));
        return schema;
    }

    private static JObject OrNull(JObject schema)
    {
        var types = schema["type"] as JArray ?? [schema["type"]!];
        types.Add("null");
        schema["type"] = types;
        (schema["enum"] as JArray)?.Add(JValue.CreateNull());
        return schema;
    }

    private static void Limit(JObject schema, ConfigShape shape, ConstraintAttribute constraint)
    {
        var size = shape is ConfigShape.List ? "Items" : shape is ConfigShape.Map ? "Properties" : "Length";
        switch (constraint)
        {
            case MatchesAttribute matches:
                schema["pattern"] = Whole(matches.Pattern);
                break;
            case NonEmptyAttribute:
                schema[$"min{size}"] = 1;
                break;
            case MaxLengthAttribute max:
                schema[$"max{size}"] = max.Max;
                break;
            case InRangeAttribute range:
                Bound(schema, "minimum", range.Min);
                Bound(schema, "maximum", range.Max);
                break;
            default:
                if (shape is not ConfigShape.Scalar)
                {
                    throw new NotSupportedException($"{constraint.GetType().Name} has no form in JSON Schema.");
                }

                break;
        }
    }

    private static void Bound(JObject schema, string keyword, double bound)
    {
        if (double.IsFinite(bound))
        {
            schema[keyword] = bound == Math.Truncate(bound) ? new JValue((long)bound) : new JValue(bound);
        }
    }

    private static string Whole(string pattern) => $"^(?:{pattern})$";
}
