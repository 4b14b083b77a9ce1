using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Kubernetes;

/// <summary>
/// The CustomResourceDefinitions among the shared facts, and those few that nobody publishes: what was found out about them is written down in the folder
/// <c>Recorded</c>, each with its sources, and checked wherever the tests run.
/// </summary>
public static class CustomResourceDefinitions
{
    private static readonly ImmutableArray<string> _metadata = ["name", "namespace", "labels", "annotations", "finalizers", "ownerReferences"];

    /// <summary>What an API server would refuse about a custom resource; skips the test where the facts are absent.</summary>
    public static IReadOnlyList<string> Problems(JObject resource)
    {
        var (group, version) = ((string)resource["apiVersion"]!).Split('/') is [var first, var second] ? (first, second) : ("", "");
        var kind = (string)resource["kind"]!;
        var definition = Find(group, kind);
        var schema = definition["spec"]!["versions"]!.FirstOrDefault(v => (string?)v["name"] == version)?["schema"]?["openAPIV3Schema"] as JObject;
        if (schema is null)
        {
            return [$"{kind}: group '{group}' has no version '{version}'"];
        }

        // An API server checks metadata itself; the definition only says that it is an object.
        var body = (JObject)resource.DeepClone();
        var metadata = body["metadata"] as JObject ?? [];
        body.Remove("metadata");
        // Every object has them, whether its definition says so or not.
        foreach (var implied in new[] { "apiVersion", "kind" }.Where(name => schema["properties"]?[name] is null))
        {
            body.Remove(implied);
        }

        return
        [
            .. metadata.Properties().Where(property => !_metadata.Contains(property.Name)).Select(property => $"{kind}.metadata.{property.Name}: unknown field"),
            .. StructuralSchema.Problems(schema, body, kind),
        ];
    }

    /// <summary>Whether any kind of the group is defined.</summary>
    internal static bool Has(string group) => Recorded(group).Length > 0 || Directory.EnumerateFiles(SharedFacts.Require("crds"), $"{group}_*.yaml").Any();

    private static string[] Recorded(string group) =>
        Directory.GetFiles(RepositoryRoot.Combine("tests/Infra.TestKit/Kubernetes/Recorded"), $"{group}_*.yaml");

    private static JObject Find(string group, string kind)
    {
        if (Named(kind, Recorded(group)) is { } recorded)
        {
            return recorded;
        }

        var folder = SharedFacts.Require("crds");
        return Named(kind, Directory.GetFiles(folder, $"{group}_*.yaml"))
            ?? throw new FileNotFoundException($"There is no definition of {kind} in the group '{group}' in '{folder}'.");
    }

    private static JObject? Named(string kind, string[] files)
    {
        var candidates = files.Where(file => File.ReadLines(file).Any(line => line.Contains($"kind: {kind}", StringComparison.Ordinal)));
        return candidates.Select(YamlJson.Read).FirstOrDefault(definition => (string?)definition["spec"]!["names"]!["kind"] == kind);
    }
}
