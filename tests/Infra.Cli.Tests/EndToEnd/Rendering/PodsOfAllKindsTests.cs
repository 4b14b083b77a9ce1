using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Projections;
using Infra.Planning.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Of everything that an environment installs somebody can say which pods it becomes: placement, policy and cost stand on it.</summary>
public sealed class PodsOfAllKindsTests
{
    // Who adds a kind that makes pods writes its projection; who adds another names it here.
    private static readonly string[] _podless =
    [
        "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy", "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding", "apiextensions.k8s.io/v1/CustomResourceDefinition", "autoscaling/v2/HorizontalPodAutoscaler", "autoscaling.k8s.io/v1/VerticalPodAutoscaler", "cert-manager.io/v1/Certificate", "eks.amazonaws.com/v1/IngressClassParams", "eks.amazonaws.com/v1/NodeClass",
        "elbv2.k8s.aws/v1beta1/IngressClassParams", "external-secrets.io/v1/ClusterSecretStore", "external-secrets.io/v1/ExternalSecret", "gateway.envoyproxy.io/v1alpha1/BackendTrafficPolicy", "gateway.envoyproxy.io/v1alpha1/SecurityPolicy", "gateway.networking.k8s.io/v1/GRPCRoute",
        "gateway.networking.k8s.io/v1/GatewayClass", "gateway.networking.k8s.io/v1/HTTPRoute", "inference.networking.k8s.io/v1/InferencePool", "karpenter.k8s.aws/v1/EC2NodeClass", "karpenter.sh/v1/NodePool", "karpenter.sh/v1alpha1/NodeOverlay",
        "keda.sh/v1alpha1/ScaledObject", "keda.sh/v1alpha1/TriggerAuthentication", "kueue.x-k8s.io/v1beta2/ClusterQueue", "kueue.x-k8s.io/v1beta2/LocalQueue", "kueue.x-k8s.io/v1beta2/ResourceFlavor", "monitoring.coreos.com/v1/PodMonitor", "monitoring.coreos.com/v1/PrometheusRule", "monitoring.coreos.com/v1/ServiceMonitor",
        "networking.istio.io/v1/DestinationRule", "networking.istio.io/v1/VirtualService", "networking.k8s.io/v1/Ingress", "networking.k8s.io/v1/IngressClass", "networking.k8s.io/v1/NetworkPolicy", "policy/v1/PodDisruptionBudget", "rbac.authorization.k8s.io/v1/Role",
        "rbac.authorization.k8s.io/v1/RoleBinding", "scheduling.k8s.io/v1/PriorityClass", "storage.k8s.io/v1/StorageClass", "telemetry.istio.io/v1/Telemetry", "v1/ConfigMap", "v1/LimitRange", "v1/Namespace", "v1/PersistentVolume", "v1/PersistentVolumeClaim",
        "v1/ResourceQuota", "v1/Secret", "v1/Service", "v1/ServiceAccount", "velero.io/v1/Schedule", "chaos-mesh.org/v1alpha1/Schedule",
        // The gateway's pods, which are declared by the component that makes both.
        "gateway.envoyproxy.io/v1alpha1/EnvoyProxy", "gateway.networking.k8s.io/v1/Gateway",
        // Stands under every LLMInferenceService, which has all that makes pods.
        "serving.kserve.io/v1alpha2/LLMInferenceServiceConfig",
        // Its pods are those of the InferenceService that names it.
        ServingRuntime,
    ];

    private const string ServingRuntime = "serving.kserve.io/v1alpha1/ServingRuntime";

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_object_has_pods_that_ask_for_something_or_is_known_to_have_none(string environment)
    {
        var objects = (await RenderedEnvironment.OfAsync(environment)).Objects.Select(file => file.Object).ToList();

        Assert.All(objects, found =>
        {
            var kind = Kind(found);
            var pods = PodProjections.Of(Json(found), name => Json(objects, "ServingRuntime", name), (target, name) => Scaler(objects, target, name));
            Assert.True(pods.IsEmpty == _podless.Contains(kind), $"{kind} {Name(found)} becomes {pods.Length} kinds of pods");
            Assert.True(!pods.IsEmpty || kind == ServingRuntime || !found.Descendants().OfType<JProperty>().Any(property => property.Name == "containers"), $"{kind} {Name(found)} has containers");
            Assert.All(pods, one => Assert.True(
                one.Requests.Cpu.Millicores > 0 && one.Requests.Memory.Bytes > 0 && one.Least <= one.Most && one.Most <= one.MostAtUpdate,
                $"{kind} {Name(found)}, {one.Role}: {one.Least} to {one.Most}, {one.MostAtUpdate} at an update, with {one.Requests.Cpu} and {one.Requests.Memory}"));
        });
    }

    // Of their pods the plan holds nothing.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_chart_and_add_on_is_a_child_of_what_declares_its_pods(string environment)
    {
        var resources = JObject.Parse(PlanJson.ToText((await RenderedEnvironment.OfAsync(environment)).Plan))["resources"]!.Cast<JObject>().ToDictionary(resource => (string)resource["urn"]!);
        var installed = resources.Values.Where(resource => (string?)resource["type"] is "kubernetes:helm.sh/v3:Release" or "aws:eks/addon:Addon");

        Assert.All(installed, resource =>
        {
            var component = resources[(string)resource["parent"]!];
            // The definitions of a chart of their own make no pods.
            Assert.True(
                component.SelectToken($"inputs.{ComponentInputs.Footprint}") is JArray { Count: > 0 } || ((string)resource["name"]!).EndsWith("-crds", StringComparison.Ordinal),
                $"{component["name"]} says nothing of the pods of {resource["name"]}");
        });
    }

    private static string Kind(JObject found) => $"{found["apiVersion"]}/{found["kind"]}";

    private static string? Name(JObject found) => (string?)found.SelectToken("metadata.name");

    private static JsonObject Json(JObject found) => (JsonObject)JsonNode.Parse(found.ToString())!;

    private static JsonObject? Json(IEnumerable<JObject> objects, string kind, string name) =>
        objects.FirstOrDefault(other => (string?)other["kind"] == kind && Name(other) == name) is { } found ? Json(found) : null;

    private static JsonObject? Scaler(IEnumerable<JObject> objects, string kind, string name) => objects.FirstOrDefault(other =>
        (string?)other.SelectToken("spec.scaleTargetRef.name") == name && ((string?)other.SelectToken("spec.scaleTargetRef.kind") ?? "Deployment") == kind) is { } found ? Json(found) : null;
}
