using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Policies.Rendering;

/// <summary>A report as a document; <c>docs/policy.md</c> describes it.</summary>
public static class PolicyJson
{
    /// <summary>The version of the document's form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The document.</summary>
    public static JObject Of(PolicyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["name"] = report.Name,
            ["on"] = Date(report.On),
            ["gate"] = report.Gate.Name(),
            ["passes"] = report.Passes,
            ["summary"] = report.Summary,
            ["rules"] = report.Rules,
            ["resources"] = report.Resources,
            ["findings"] = new JArray(report.Findings.Select(Finding)),
            ["notKnown"] = new JArray(report.NotKnown.Select(unknown => With(new JObject { ["rule"] = unknown.Rule.Id }, unknown.Resource, unknown.Path))),
        };
    }

    private static JObject Finding(PolicyFinding finding)
    {
        var json = With(new JObject { ["rule"] = finding.Rule.Id, ["severity"] = finding.Rule.Severity.Name(), ["title"] = finding.Rule.Title }, finding.Resource, finding.Path);
        json["message"] = finding.Message;
        json["page"] = finding.Rule.Page;
        if (finding.Suppression is { } suppression)
        {
            json["suppression"] = new JObject { ["reason"] = suppression.Reason, ["until"] = Date(suppression.Until), ["place"] = suppression.Place };
        }

        return json;
    }

    private static JObject With(JObject json, PolicyResource resource, string? path)
    {
        json["resource"] = resource.Name;
        json["urn"] = resource.Urn.ToString();
        if (resource.Location is { } location)
        {
            json["location"] = location;
        }

        if (path is { Length: > 0 })
        {
            json["path"] = path;
        }

        return json;
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
