using Infra.Planning.Policies;
using Infra.Planning.Policies.Manifests;
using Infra.TestKit.Kubernetes;

namespace Infra.Planning.Tests.Policies;

/// <summary>Asks one rule, or all, of an example: of a plan where it has resources of Pulumi, otherwise of manifests.</summary>
internal static class Example
{
    /// <summary>A day on which Kubernetes 1.34, for ten days more, and 1.35 are in standard support.</summary>
    public static DateOnly Day { get; } = new(2026, 11, 22);

    public static PolicyReport Report(string text, PolicyOptions? options = null)
    {
        var documents = text.Split("\n---\n").Select(YamlJson.Parse).ToList();
        if (documents.Any(document => document["resources"] is not null))
        {
            return PolicyCheck.Of(ExamplePlan.Of(documents), options ?? new PolicyOptions(Day));
        }

        var content = ManifestReader.Read("example", [new ManifestText("example.yaml", text)]);
        Assert.Empty(content.Problems);
        return PolicyCheck.Of(content.Input, options ?? new PolicyOptions(Day));
    }

    /// <summary>What one rule says, each as <c>resource, path: message</c> or <c>resource, path: not known</c>.</summary>
    public static List<string> Ask(string rule, string text, DateOnly? day = null)
    {
        var report = Report(text, new PolicyOptions(day ?? Day));
        return
        [
            .. report.Findings.Where(finding => finding.Rule.Id == rule).Select(finding => $"{finding.Resource.Name}{(finding.Path is null ? "" : $", {finding.Path}")}: {finding.Message}"),
            .. report.NotKnown.Where(unknown => unknown.Rule.Id == rule).Select(unknown => $"{unknown.Resource.Name}{(unknown.Path is null ? "" : $", {unknown.Path}")}: not known"),
        ];
    }
}
