using System.Text.RegularExpressions;
using Infra.Planning.Policies;
using Infra.Planning.Policies.Manifests;
using Infra.TestKit;

namespace Infra.Cli.Tests.Policies;

/// <summary>The manifests of the articles that this project started from: each mistake is named by the rule that is about it.</summary>
public sealed partial class SeedManifestTests
{
    private const string Ray = "000_a526cdcc59df85d0.txt";
    private const string Serving = "001_40d6291a555c18e0.txt";

    // Of every manifest there are more findings (no probes, no security context); these are the mistakes that docs/seeds.md marks.
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { Ray, "RayCluster", "ray-cluster", ["GPU002"] },
        { Ray, "InferenceService", "model-serving", ["K8S005"] },
        { Ray, "InferenceService", "blue-green-model", ["K8S005"] },
        { Ray, "InferenceService", "auto-scaling-model", ["K8S005"] },
        { Ray, "InferenceService", "gpu-optimized-model", ["GPU006", "K8S005"] },
        { Ray, "InferenceService", "image-classifier-optimized", ["GPU006", "K8S005"] },
        { Ray, "Node", "gpu-node-01", ["K8S007"] },
        { Ray, "InferenceService", "gpu-aware-model", ["GPU006"] },
        { Ray, "HorizontalPodAutoscaler", "model-hpa", ["REL011"] },
        { Ray, "HorizontalPodAutoscaler", "memory-hpa", ["REL011"] },
        { Ray, "HorizontalPodAutoscaler", "custom-metric-hpa", ["REL011"] },
        { Serving, "Pod", "gpu-training-pod", ["GPU002", "REL020"] },
        { Serving, "InferenceService", "model-inference-service", ["K8S002"] },
        { Serving, "InferenceService", "kfserving-model", ["K8S002"] },
        { Serving, "Deployment", "tensorflow-serving-deployment", ["REL002"] },
        { Serving, "Deployment", "custom-predictor-deployment", ["REL002", "SEC019"] },
        { Serving, "PrometheusRule", "model-alerts", ["K8S008"] },
        { Serving, "Role", "model-access-role", ["K8S002"] },
        { Serving, "Secret", "model-credentials", ["SEC010", "SEC012"] },
        { Serving, "Deployment", "secure-model-deployment", ["K8S006", "SEC019"] },
    };

    [SkippableTheory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_named(string file, string kind, string name, string[] rules)
    {
        var found = Check(Manifests(file).Where(manifest => manifest.Contains($"kind: {kind}\n", StringComparison.Ordinal) && manifest.Contains($"\n  name: {name}\n", StringComparison.Ordinal)).Take(1));

        Assert.Equal(rules, rules.Intersect(found));
    }

    // One beside the other: only together they are wrong.
    [SkippableFact]
    public void Two_autoscalers_on_one_service_are_named() =>
        Assert.Contains("REL010", Check(Manifests(Ray).Where(manifest => manifest.Contains("kind: HorizontalPodAutoscaler\n", StringComparison.Ordinal))));

    [SkippableFact]
    public void A_monitor_of_a_Service_without_labels_is_named() => Assert.Contains("NET005", Check(Manifests(Serving).Where(manifest =>
        manifest.Contains("name: tensorflow-serving-service\n", StringComparison.Ordinal) || manifest.Contains("kind: ServiceMonitor\n", StringComparison.Ordinal))));

    private static List<string> Check(IEnumerable<string> manifests)
    {
        var content = ManifestReader.Read("seeds", [new ManifestText("seed.yaml", string.Join("\n---\n", manifests))]);
        Assert.Empty(content.Problems);
        Assert.NotEmpty(content.Input.Plan.Resources);
        return [.. PolicyCheck.Of(content.Input, new PolicyOptions(new DateOnly(2026, 11, 22))).Findings.Select(finding => finding.Rule.Id).Distinct()];
    }

    // The articles are text with manifests in it: each begins with its version and ends where the text goes on.
    private static IEnumerable<string> Manifests(string file) =>
        Manifest().Matches(SharedFacts.ReadText($"seeds/{file}").ReplaceLineEndings("\n")).Select(match => match.Value);

    [GeneratedRegex(@"^apiVersion: .*\n(?:(?!---|apiVersion:)(?:[ -][^\n]*|[a-zA-Z]+:(?: [^\n]*)?|)\n)*", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Manifest();
}
