using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>What operators add to pods.</summary>
internal static class PodParts
{
    /// <summary>A whole number, however the plan's reader holds it.</summary>
    public static int Number(JsonNode number) => int.Parse(number.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A container of which only its requests matter.</summary>
    public static JsonObject Container(string name, string cpu, string memory) => new()
    {
        ["name"] = name,
        ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["cpu"] = cpu, ["memory"] = memory } },
    };
}
