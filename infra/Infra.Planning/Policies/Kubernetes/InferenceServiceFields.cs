using System.Collections.Immutable;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>An InferenceService has fields that KServe knows.</summary>
internal sealed class InferenceServiceFields : IPolicyRule
{
    private const string Version = "serving.kserve.io/v1beta1";

    // Roles of the kind, as its definition of v0.20.0 has them.
    private static readonly ImmutableArray<string> _roles = ["predictor", "transformer", "explainer"];
    private static readonly ImmutableArray<string> _frameworks = ["model", "huggingface", "lightgbm", "onnx", "paddle", "pmml", "pytorch", "sklearn", "tensorflow", "triton", "xgboost"];

    // What articles write, and what is meant.
    private static readonly ImmutableSortedDictionary<string, string> _ofSpec = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string>[]
    {
        new("autoscaling", "set minReplicas, maxReplicas, scaleMetric and scaleTarget of the predictor"),
        new("default", "that was v1alpha2; move what it holds one level up"),
    });

    private static readonly ImmutableSortedDictionary<string, string> _ofModel = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string>[]
    {
        new("affinity", "set it at the predictor"),
        new("batcher", "set it at the predictor"),
        new("deployments", "set minReplicas at the predictor"),
        new("maxReplicas", "set it at the predictor"),
        new("minReplicas", "set it at the predictor"),
        new("nodeSelector", "set it at the predictor"),
        new("storageURI", "it is storageUri"),
        new("tolerations", "set it at the predictor"),
    });

    private static readonly ImmutableSortedDictionary<string, string> _ofRole = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string>[]
    {
        new("autoscaling", "set minReplicas, maxReplicas, scaleMetric and scaleTarget"),
        new("canary", "set canaryTrafficPercent"),
        new("custom", "that was v1alpha2; give containers"),
        new("deployments", "set minReplicas"),
        new("modelFormat", "it belongs to the predictor's model"),
        new("storageUri", "it belongs to the predictor's model"),
    });

    public RuleDescription About { get; } = new(
        "K8S005",
        PolicySeverity.Error,
        "An InferenceService has only fields that KServe's v1beta1 knows",
        "The API server drops fields that it doesn't know, or refuses the object: a canary takes all the traffic, an autoscaler never scales, a selector selects nothing.",
        "seeds S0.5, S0.6, S0.7 (fix); kserve v0.20.0, definition of InferenceService");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from service in context.OfKind("InferenceService")
        where service.ApiVersion == Version
        from verdict in OfSpec(service).Concat(OfCanary(service)).Concat(_roles.SelectMany(role => OfRole(service, service["spec", role])))
        select verdict;

    private static IEnumerable<Verdict> OfSpec(PolicySubject service) =>
        from field in service["spec"].Entries
        where !_roles.Contains(field.Key) && field.Key != "canary"
        select service.Finding(field.Value, $"v1beta1 has no spec.{field.Key}; {_ofSpec.GetValueOrDefault(field.Key, $"there are {string.Join(", ", _roles)}")}");

    // Since 0.20 there is a list of candidates, each with its share.
    private static IEnumerable<Verdict> OfCanary(PolicySubject service) => service.Judge(service["spec", "canary"], canary => canary.Entries.Any()
        ? "v1beta1 has no such spec.canary; set predictor.canaryTrafficPercent and change the predictor itself, or (since KServe 0.20) list candidates with predictor and trafficPercent"
        : null);

    private static IEnumerable<Verdict> OfRole(PolicySubject service, Field role) =>
    [
        .. from field in role.Entries
           let instead = !role.Path.EndsWith("predictor", StringComparison.Ordinal) && _frameworks.Contains(field.Key) ? "only a predictor has a model; give containers" : _ofRole.GetValueOrDefault(field.Key)
           where instead is not null
           select service.Finding(field.Value, $"v1beta1 has no {field.Value.Path}; {instead}"),
        .. from framework in _frameworks
           from field in role[framework].Entries
           where _ofModel.ContainsKey(field.Key)
           select service.Finding(field.Value, $"v1beta1 has no {field.Value.Path}; {_ofModel[field.Key]}"),
    ];
}
