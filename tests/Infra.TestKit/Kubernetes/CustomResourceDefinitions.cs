using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Kubernetes;

/// <summary>The CustomResourceDefinitions among the shared facts.</summary>
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
        return
        [
            .. metadata.Properties().Where(property => !_metadata.Contains(property.Name)).Select(property => $"{kind}.metadata.{property.Name}: unknown field"),
            .. StructuralSchema.Problems(schema, body, kind),
        ];
    }

    /// <summary>Whether any kind of the group is defined.</summary>
    internal static bool Has(string group) => Directory.EnumerateFiles(SharedFacts.Require("crds"), $"{group}_*.yaml").Any();

    private static JObject Find(string group, string kind)
    {
        var folder = SharedFacts.Require("crds");
        var files = Directory.GetFiles(folder, $"{group}_*.yaml").Where(file => File.ReadLines(file).Any(line => line.Trim() == $"kind: {kind}"));
        return files.Select(YamlJson.Read).FirstOrDefault(definition => (string?)definition["spec"]!["names"]!["kind"] == kind)
            ?? throw new FileNotFoundException($"There is no definition of {kind} in the group '{group}' in '{folder}'.");
    }
}
