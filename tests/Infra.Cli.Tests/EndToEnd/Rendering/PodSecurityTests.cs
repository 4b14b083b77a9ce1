using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Projections;
using Infra.Core.Security;
using Infra.Planning.Json;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Every pod, written by us or made by an operator, keeps the level <c>restricted</c>; what can't is named here, with the reason.</summary>
public sealed class PodSecurityTests
{
    // Workloads that we write ourselves, in a namespace of another level.
    private static readonly ImmutableSortedDictionary<string, string> _exceptions = new Dictionary<string, string>
    {
        ["DaemonSet kube-system/node-local-dns"] = "answers on an address of the node, and writes the node's packet filters",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    // Pods of a chart that stand in a namespace of their own beside it, with the value that says so; that namespace is privileged.
    private static readonly ImmutableSortedDictionary<string, string> _elsewhere = ImmutableSortedDictionary<string, string>.Empty
        .Add("kube-prometheus-stack-prometheus-node-exporter", "prometheus-node-exporter.namespaceOverride");

    // What models.yaml leaves to the stack of platform.yaml, which makes the namespace restricted as every tenant's.
    private const string OfThePlatform = "team-vision";

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Pods_of_restricted_namespaces_keep_the_level(string environment)
    {
        var objects = Objects(await RenderedEnvironment.OfAsync(environment));
        var findings = from found in objects
                       where IsRestricted(objects, (string?)found.SelectToken("metadata.namespace"))
                       from pods in Pods(objects, found)
                       from finding in RestrictedPods.Findings(pods.Spec, DeclaredContainers.IsDeclared)
                       select $"{found["kind"]} {Name(found)}, {pods.Role}: {finding}";

        Findings.None(findings);
    }

    // A pod elsewhere would be held to nothing.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Pods_in_other_namespaces_are_exceptions_with_a_reason(string environment) => Assert.Empty(Outside(Objects(await RenderedEnvironment.OfAsync(environment))).Except(_exceptions.Keys));

    [Fact]
    public async Task Every_exception_and_declared_container_is_still_there()
    {
        var (outside, containers) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var environment in RenderedEnvironment.All)
        {
            var objects = Objects(await RenderedEnvironment.OfAsync(environment));
            outside.UnionWith(Outside(objects));
            containers.UnionWith(objects.SelectMany(found => Pods(objects, found)).SelectMany(pods => pods.Spec["containers"]!.AsArray().Select(container => container!["name"]!.GetValue<string>())));
        }

        Assert.Equal(_exceptions.Keys, outside);
        Assert.Empty(DeclaredContainers.Promises.Keys.Except(containers));
    }

    // Of a chart's pods the plan holds no manifest: who installs it declares what they take from their node.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Declared_pods_of_restricted_namespaces_take_nothing_from_their_node(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);
        var objects = Objects(rendered);
        var resources = JObject.Parse(PlanJson.ToText(rendered.Plan))["resources"]!.Cast<JObject>().ToDictionary(resource => (string)resource["urn"]!);
        var findings = from release in resources.Values
                       where (string?)release["type"] == "kubernetes:helm.sh/v3:Release" && IsRestricted(objects, (string?)release.SelectToken("inputs.namespace"))
                       from pods in resources[(string)release["parent"]!].SelectTokens($"inputs.{ComponentInputs.Footprint}[*]")
                       where pods["hostAccess"] is JArray { Count: > 0 } && IsRestricted(objects, Place(release, pods))
                       select $"{release["name"]}: {pods["workload"]} takes {string.Join(", ", pods["hostAccess"]!)}";

        Findings.None(findings);
    }

    private static string? Place(JObject release, JToken pods) =>
        _elsewhere.TryGetValue((string)pods["workload"]!, out var value) ? (string?)release.SelectToken($"inputs.values.{value}") ?? "" : (string?)release.SelectToken("inputs.namespace");

    private static IEnumerable<string> Outside(List<JObject> objects) =>
        from found in objects
        let place = (string?)found.SelectToken("metadata.namespace")
        where !IsRestricted(objects, place) && !Pods(objects, found).IsEmpty
        select $"{found["kind"]} {place}/{Name(found)}";

    private static bool IsRestricted(List<JObject> objects, string? place) => (place == OfThePlatform && !objects.Any(other => IsNamespace(other, place))) || objects.Any(other =>
        IsNamespace(other, place) && (string?)other.SelectToken($"metadata.labels['{PodSecurityLabels.Enforce}']") == PodSecurityLabels.Restricted);

    private static bool IsNamespace(JObject found, string? name) => (string?)found["kind"] == "Namespace" && Name(found) == name;

    private static ImmutableArray<ProjectedPods> Pods(List<JObject> objects, JObject found) =>
        PodProjections.Of(Json(found), name => objects.FirstOrDefault(other => (string?)other["kind"] == "ServingRuntime" && Name(other) == name) is { } runtime ? Json(runtime) : null);

    private static List<JObject> Objects(RenderedEnvironment environment) => [.. environment.Objects.Select(file => file.Object)];

    private static string? Name(JObject found) => (string?)found.SelectToken("metadata.name");

    private static JsonObject Json(JObject found) => (JsonObject)JsonNode.Parse(found.ToString())!;
}
