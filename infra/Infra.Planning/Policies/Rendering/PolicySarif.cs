using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Policies.Rendering;

/// <summary>A report as SARIF 2.1.0, which code hosts show beside the lines of a change.</summary>
public static class PolicySarif
{
    /// <summary>The document.</summary>
    public static JObject Of(PolicyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rules = report.Findings.Select(finding => finding.Rule).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        return new JObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JArray(new JObject
            {
                ["tool"] = new JObject { ["driver"] = new JObject { ["name"] = "gpu-inference", ["rules"] = new JArray(rules.Select(Rule)) } },
                ["results"] = new JArray(report.Findings.Select(Result)),
            }),
        };
    }

    private static JObject Rule(RuleDescription rule) => new()
    {
        ["id"] = rule.Id,
        ["shortDescription"] = new JObject { ["text"] = rule.Title },
        ["fullDescription"] = new JObject { ["text"] = rule.Prevents },
        ["defaultConfiguration"] = new JObject { ["level"] = Level(rule.Severity) },
    };

    private static JObject Result(PolicyFinding finding)
    {
        var result = new JObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["level"] = Level(finding.Rule.Severity),
            ["message"] = new JObject { ["text"] = $"{finding.Resource.Name}: {finding.Message}" },
            ["locations"] = new JArray(Location(finding)),
        };
        if (finding.Suppression is { } suppression)
        {
            result["suppressions"] = new JArray(new JObject { ["kind"] = "external", ["justification"] = suppression.Reason });
        }

        return result;
    }

    // Of a plan there is no file: the resource itself is the place.
    private static JObject Location(PolicyFinding finding)
    {
        var location = new JObject { ["logicalLocations"] = new JArray(new JObject { ["fullyQualifiedName"] = finding.Resource.Urn.ToString() }) };
        if (finding.Resource.Location is { } place && place.LastIndexOf(':') is var colon and > 0)
        {
            location["physicalLocation"] = new JObject
            {
                ["artifactLocation"] = new JObject { ["uri"] = place[..colon] },
                ["region"] = new JObject { ["startLine"] = int.Parse(place[(colon + 1)..], CultureInfo.InvariantCulture) },
            };
        }

        return location;
    }

    private static string Level(PolicySeverity severity) => severity == PolicySeverity.Info ? "note" : severity.Name();
}
