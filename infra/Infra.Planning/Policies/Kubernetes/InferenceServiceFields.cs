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
        new("canary", "set predictor.canaryTrafficPercent, and change the predictor itself"),
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

    private static readonly ImmutableArray<string> _noneOf = ["deployments", "modelFormat", "storageUri", "resources", "autoscaling", "canary"];

    public RuleDescription About { get; } = new(
        "K8S005",
        PolicySeverity.Error,
        "An InferenceService has only fields that KServe's v1beta1 knows",
        "The API server drops fields that it doesn't know, or refuses the object: a canary takes all the traffic, an autoscaler never scales, a selector selects nothing.",
        "seeds S0.5, S0.6, S0.7 (fix); kserve v0.20.0, definition of InferenceService");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from service in context.OfKind("InferenceService")
        where service.ApiVersion == Version
        from verdict in OfSpec(service).Concat(_roles.SelectMany(role => OfRole(service, service["spec", role])))
        select verdict;

    private static IEnumerable<Verdict> OfSpec(PolicySubject service) =>
        from field in service["spec"].Entries
        where !_roles.Contains(field.Key)
        select service.Finding(field.Value, $"v1beta1 has no spec.{field.Key}; {_ofSpec.GetValueOrDefault(field.Key, $"there are {string.Join(", ", _roles)}")}");

    private static IEnumerable<Verdict> OfRole(PolicySubject service, Field role) =>
    [
        .. from field in role.Entries
           where _noneOf.Contains(field.Key)
           select service.Finding(field.Value, $"v1beta1 has no {field.Value.Path}; {(field.Key == "deployments" ? "set minReplicas" : "it belongs to the predictor's model, or elsewhere")}"),
        .. from framework in _frameworks
           from field in role[framework].Entries
           where _ofModel.ContainsKey(field.Key)
           select service.Finding(field.Value, $"v1beta1 has no {field.Value.Path}; {_ofModel[field.Key]}"),
    ];
}
