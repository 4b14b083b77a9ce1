using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Capacity.Scenarios;

/// <summary>The seeds' promises and what comes out, as JSON. Changes are shares: 0.42 is +42 %.</summary>
public static class SeedJson
{
    private const int SchemaVersion = 1;

    /// <summary>Writes the document.</summary>
    /// <param name="claims">What came out.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Write(ImmutableArray<SeedClaim> claims, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var document = new JObject { ["schemaVersion"] = SchemaVersion, ["claims"] = new JArray(claims.Select(Claim)), ["scenarios"] = new JArray(SeedScenarios.All.Select(Scenario)) };
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }

        writer.WriteLine();
    }

    private static JObject Claim(SeedClaim claim) => new()
    {
        ["row"] = claim.Row,
        ["claim"] = claim.Claim,
        ["takenFor"] = claim.Meaning,
        ["unit"] = claim.Unit,
        ["before"] = claim.Before,
        ["after"] = claim.After,
        ["change"] = Math.Round(claim.Change, 6),
        ["promised"] = Math.Round(claim.ClaimedChange, 6),
        ["confirmed"] = claim.IsConfirmed,
        ["estimate"] = claim.RestsOnEstimate,
    };

    private static JObject Scenario(SeedScenario scenario) => new()
    {
        ["name"] = scenario.Name,
        ["usdPerHour"] = scenario.UsdPerHour,
        ["parameters"] = new JArray(scenario.Parameters.Select(one => new JObject { ["parameter"] = one.Parameter, ["value"] = one.Value, ["source"] = one.Source })),
    };
}
