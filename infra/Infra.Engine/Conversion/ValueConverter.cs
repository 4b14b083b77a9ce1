using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Planning.Model;
using Pulumi;
using Pulumi.Embedded;

namespace Infra.Engine.Conversion;

/// <summary>Turns the engine's value trees into plan values; of a secret nothing is left.</summary>
internal sealed class ValueConverter(AssetConverter assets)
{
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
        string text => new PlanValue.String(text),
        double number => Number(number),
        bool flag => new PlanValue.Bool(flag),
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

    private static PlanValue.Number Number(double number) =>
        double.IsFinite(number)
            ? new PlanValue.Number(number)
            : throw new UnplannableValueException($"{number} is no number that a provider can be sent");
}
