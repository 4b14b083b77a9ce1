using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Planning.Model;
using Pulumi;
using Pulumi.Embedded;

namespace Infra.Engine.Conversion;

/// <summary>
/// Turns the engine's value trees into plan values; of a secret nothing is left. One per run: a text that occurs again, as
/// names and labels do in every object of a model, is the same value again, which halves a large plan.
/// </summary>
internal sealed class ValueConverter(AssetConverter assets)
{
    private static readonly PlanValue.Bool _true = new(true);
    private static readonly PlanValue.Bool _false = new(false);
    private readonly Dictionary<string, PlanValue.String> _strings = new(StringComparer.Ordinal);
    private readonly Dictionary<double, PlanValue.Number> _numbers = [];

    /// <exception cref="UnplannableValueException">There is a value of no known kind.</exception>
    public ValueMap Convert(ImmutableDictionary<string, object?> properties)
    {
        if (properties.IsEmpty)
        {
            return ValueMap.Empty;
        }

        var keys = new string[properties.Count];
        var values = new PlanValue[properties.Count];
        var i = 0;
        foreach (var (key, value) in properties)
        {
            try
            {
                keys[i] = key;
                values[i++] = Convert(value);
            }
            catch (UnplannableValueException e)
            {
                throw e.Within(key);
            }
        }

        return ValueMap.TakeOver(keys, values);
    }

    private PlanValue Convert(object? value) => value switch
    {
        null => PlanValue.Null.Instance,
        string text => String(text),
        double number => Number(number),
        bool flag => flag ? _true : _false,
        ImmutableDictionary<string, object?> properties => new PlanValue.Object(Convert(properties)),
        ImmutableArray<object?> items => new PlanValue.List(Convert(items)),
        UnknownValue => PlanValue.Unknown.Instance,
        SecretValue => PlanValue.Secret.Instance,
        AssetOrArchive asset => assets.Convert(asset),
        _ => throw new UnplannableValueException($"a value of type {value.GetType()} can't be planned"),
    };

    private ValueList<PlanValue> Convert(ImmutableArray<object?> items)
    {
        var converted = new PlanValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            try
            {
                converted[i] = Convert(items[i]);
            }
            catch (UnplannableValueException e)
            {
                throw e.Within(i);
            }
        }

        return [.. converted];
    }

    private PlanValue.String String(string text)
    {
        if (!_strings.TryGetValue(text, out var value))
        {
            _strings.Add(text, value = new PlanValue.String(text));
        }

        return value;
    }

    private PlanValue.Number Number(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new UnplannableValueException($"{number} is no number that a provider can be sent");
        }

        if (!_numbers.TryGetValue(number, out var value))
        {
            _numbers.Add(number, value = new PlanValue.Number(number));
        }

        return value;
    }
}
