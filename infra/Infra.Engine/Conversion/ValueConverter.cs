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
    public ValueMap Convert(ImmutableDictionary<string, object?> properties) =>
        ValueMap.Create(properties.Select(p => KeyValuePair.Create(p.Key, Convert(p.Value, p.Key))));

    private PlanValue Convert(object? value, string path) => value switch
    {
        null => PlanValue.Null.Instance,
        UnknownValue => PlanValue.Unknown.Instance,
        SecretValue => PlanValue.Secret.Instance,
        bool flag => new PlanValue.Bool(flag),
        double number => Number(number, path),
        string text => new PlanValue.String(text),
        ImmutableArray<object?> items => new PlanValue.List([.. items.Select((item, i) => Convert(item, ConfigPath.Index(path, i)))]),
        ImmutableDictionary<string, object?> properties => new PlanValue.Object(ValueMap.Create(
            properties.Select(p => KeyValuePair.Create(p.Key, Convert(p.Value, ConfigPath.Key(path, p.Key)))))),
        AssetOrArchive asset => assets.Convert(asset),
        _ => throw new UnplannableValueException(path, $"a value of type {value.GetType()} can't be planned"),
    };

    private static PlanValue.Number Number(double number, string path) =>
        double.IsFinite(number)
            ? new PlanValue.Number(number)
            : throw new UnplannableValueException(path, $"{number} is no number that a provider can be sent");
}
