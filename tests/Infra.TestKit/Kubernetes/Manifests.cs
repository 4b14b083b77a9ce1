using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Kubernetes;

/// <summary>Checks an object of any kind as a strict API server would.</summary>
public static class Manifests
{
    /// <summary>What would be refused or dropped; skips the test where the facts are absent.</summary>
    public static IReadOnlyList<string> Problems(JObject resource)
    {
        var group = ((string?)resource["apiVersion"] ?? "").Split('/') is [var first, _] ? first : "";
        var isBuiltIn = !group.Contains('.') || (group.EndsWith(".k8s.io", StringComparison.Ordinal) && !CustomResourceDefinitions.Has(group));
        return [.. Nulls(resource), .. isBuiltIn ? KubernetesApi.Problems(resource) : CustomResourceDefinitions.Problems(resource)];
    }

    /// <summary>A null is dropped by one tool and refused by the next.</summary>
    public static IEnumerable<string> Nulls(JObject document) =>
        document.Descendants().Where(value => value.Type == JTokenType.Null).Select(value => $"{value.Path}: null");
}
