using System.Globalization;
using Infra.Core.Configuration;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Rendering.Html;

/// <summary>A value on one line, cut where it gets long.</summary>
internal static class InlineValue
{
    private const int Longest = 240;

    public static string Of(PlanValue value) => Shown.Line(string.Concat(Parts(value).Take(Longest)), Longest);

    // Lazy: of a dashboard's thousand lines only the first are asked for.
    private static IEnumerable<string> Parts(PlanValue value) => value switch
    {
        PlanValue.Unknown => ["(known after the update)"],
        PlanValue.Secret => ["(secret)"],
        PlanValue.Bool { Value: var flag } => [flag ? "true" : "false"],
        PlanValue.Number { Value: var number } => [number.ToString("R", CultureInfo.InvariantCulture)],
        PlanValue.String { Value: var text } => [JsonConvert.ToString(text)],
        PlanValue.List { Items: var items } => Between(items.Select(Parts)).Prepend("[").Append("]"),
        PlanValue.Object { Properties: var properties } => Between(properties.Select(static p => Parts(p.Value).Prepend($"{p.Key}: "))).Prepend("{").Append("}"),
        PlanValue.Asset => ["asset"],
        PlanValue.Archive => ["archive"],
        _ => ["null"],
    };

    private static IEnumerable<string> Between(IEnumerable<IEnumerable<string>> all) => all.SelectMany(static (parts, i) => i == 0 ? parts : parts.Prepend(", "));
}
