using System.Globalization;
using Infra.Planning.Model;

namespace Infra.Planning.Policies.Subjects;

/// <summary>A place in a resource's inputs with what is known of it: a value, nothing, or that only an update will tell.</summary>
/// <param name="Path">The place, e.g. <c>spec.containers[0].image</c>.</param>
/// <param name="Value">What stands there; null for nothing.</param>
public readonly record struct Field(string Path, PlanValue? Value)
{
    /// <summary>Whether nobody wrote anything there.</summary>
    public bool IsAbsent => Value is null or PlanValue.Null;

    /// <summary>Whether the value isn't for a plan to know, because only an update will tell it or because it is secret.</summary>
    public bool IsHidden => Value is PlanValue.Unknown or PlanValue.Secret;

    /// <summary>Whether the value is kept secret.</summary>
    public bool IsSecret => Value is PlanValue.Secret;

    /// <summary>The text, also of a number or a truth: AWS takes some of these as text. Null for anything else.</summary>
    public string? Text => Value switch
    {
        PlanValue.String { Value: var text } => text,
        PlanValue.Number { Value: var number } => number.ToString("R", CultureInfo.InvariantCulture),
        PlanValue.Bool { Value: var truth } => truth ? "true" : "false",
        _ => null,
    };

    /// <summary>Whether it says true.</summary>
    public bool IsTrue => Text == "true";

    /// <summary>Whether it says false.</summary>
    public bool IsFalse => Text == "false";

    /// <summary>The number, also in text; null for anything else.</summary>
    public double? Number => double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Entries of a list; none where there is no list.</summary>
    public IEnumerable<Field> Items
    {
        get
        {
            var path = Path;
            return Value is PlanValue.List { Items: var items } ? items.Select((item, i) => new Field($"{path}[{i}]", item)) : [];
        }
    }

    /// <summary>Properties of an object, in ordinal order; none where there is no object.</summary>
    public IEnumerable<KeyValuePair<string, Field>> Entries
    {
        get
        {
            var here = this;
            return Value is PlanValue.Object { Properties: var properties } ? properties.Keys.Select(key => KeyValuePair.Create(key, here[key])) : [];
        }
    }

    /// <summary>What stands below. Below what is hidden everything is.</summary>
    /// <param name="keys">The way there.</param>
    public Field this[params ReadOnlySpan<string> keys]
    {
        get
        {
            var field = this;
            foreach (var key in keys)
            {
                field = field.Below(key);
            }

            return field;
        }
    }

    private Field Below(string key) => new(
        Path.Length == 0 ? key : key.Contains('.', StringComparison.Ordinal) ? $"{Path}[\"{key}\"]" : $"{Path}.{key}",
        Value switch
        {
            PlanValue.Object { Properties: var properties } => properties.TryGetValue(key, out var value) ? value : null,
            PlanValue.Unknown or PlanValue.Secret => Value,
            _ => null,
        });
}
