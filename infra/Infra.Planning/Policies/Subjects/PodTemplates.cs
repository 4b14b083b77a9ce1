using System.Collections.Immutable;

namespace Infra.Planning.Policies.Subjects;

/// <summary>
/// Where objects hold templates of pods. The projections say how many pods run and what operators add to them; rules judge what somebody wrote and can mend, and have to know which of it isn't known yet.
/// </summary>
internal static class PodTemplates
{
    private static readonly ImmutableArray<string> _roles = ["predictor", "transformer", "explainer"];

    // Frameworks of KServe's first form, beside the newer `model`.
    private static readonly ImmutableArray<string> _frameworks = ["model", "tensorflow", "pytorch", "sklearn", "xgboost", "triton", "onnx", "huggingface", "custom"];

    public static IEnumerable<PolicyPod> Of(PolicySubject owner, PolicyContext context) => owner.Kind switch
    {
        "Pod" => [Pod(owner, owner["metadata"], owner["spec"])],
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "Job" => [Template(owner, owner["spec", "template"])],
        "CronJob" => [Template(owner, owner["spec", "jobTemplate", "spec", "template"])],
        "ScaledJob" => [Template(owner, owner["spec", "jobTargetRef", "template"])],
        "LeaderWorkerSet" => Templates(owner, owner["spec", "leaderWorkerTemplate", "leaderTemplate"], owner["spec", "leaderWorkerTemplate", "workerTemplate"]),
        "RayCluster" => Ray(owner, owner["spec"]),
        "RayService" => Ray(owner, owner["spec", "rayClusterConfig"]),
        "RayJob" => Ray(owner, owner["spec", "rayClusterSpec"]),
        "LLMInferenceService" => [Pod(owner, owner["metadata"], owner["spec", "template"])],
        "InferenceService" => _roles.SelectMany(role => new[] { owner["spec", role], owner["spec", "default", role] })
            .Where(component => component.Entries.Any())
            .Select(component => KServe(owner, component, context)),
        _ => [],
    };

    private static IEnumerable<PolicyPod> Ray(PolicySubject owner, Field cluster) =>
        Templates(owner, cluster["headGroupSpec", "template"]).Concat(cluster["workerGroupSpecs"].Items.SelectMany(group => Templates(owner, group["template"]).Select(pod => pod with { Most = group["maxReplicas"] })));

    private static IEnumerable<PolicyPod> Templates(PolicySubject owner, params IEnumerable<Field> templates) =>
        templates.Where(template => !template.IsAbsent).Select(template => Template(owner, template));

    private static PolicyPod Template(PolicySubject owner, Field template) => Pod(owner, template["metadata"], template["spec"]);

    private static PolicyPod Pod(PolicySubject owner, Field metadata, Field spec) => new(owner, metadata, spec)
    {
        Containers = Containers(spec["containers"], isInit: false),
        InitContainers = Containers(spec["initContainers"], isInit: true),
    };

    private static PolicyPod KServe(PolicySubject owner, Field component, PolicyContext context)
    {
        var own = Containers(component["containers"], isInit: false);
        var runtime = component["model", "runtime"].Text is { } name ? context.Find("ServingRuntime", owner.Namespace, name) : null;
        return new PolicyPod(owner, component, component)
        {
            Containers = !own.IsEmpty ? own : runtime is not null
                ? Containers(runtime["spec", "containers"], isInit: false)
                : [.. _frameworks.Select(framework => component[framework]).Where(body => body.Entries.Any()).Select(body => new PolicyContainer(body, IsInit: false))],
            InitContainers = Containers(component["initContainers"], isInit: true),
        };
    }

    private static ImmutableArray<PolicyContainer> Containers(Field list, bool isInit) => [.. list.Items.Select(body => new PolicyContainer(body, isInit))];
}
