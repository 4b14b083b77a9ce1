using System.Text.Json.Nodes;
using Infra.Core.Projections;
using Infra.Core.Tenants;
using Infra.Core.Units;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>What the rules promise of tenants, held against everything that is rendered and projected in their namespaces.</summary>
public sealed class TenantTests
{
    private const string Tenants = "examples/environments/tenants.yaml";

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    // Models at their most and at an update, one pod of each job at a time: what the rules let through never waits for its own quota.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_quota_holds_all_pods_and_claims_of_its_namespace(string environment)
    {
        var objects = (await RenderedEnvironment.OfAsync(environment)).Objects.Select(file => file.Object).ToList();

        Assert.All(objects.Where(found => Kind(found) == "ResourceQuota"), quota =>
        {
            var inside = objects.Where(found => (string?)found.SelectToken("metadata.namespace") == (string?)quota.SelectToken("metadata.namespace")).ToList();
            var asked = QuotaAmounts.Sum(inside.SelectMany(found => Pods(found, objects)))
                + QuotaAmounts.Sum(inside.Where(found => Kind(found) == "PersistentVolumeClaim").Select(claim => QuotaAmounts.OfClaim(Size((string)claim.SelectToken("spec.resources.requests.storage")!))));

            Assert.All(asked.Names, name => Assert.True(
                asked[name] <= Amount(name, (string?)quota.SelectToken("spec.hard")![name]),
                $"{environment}, {quota.SelectToken("metadata.namespace")}: {QuotaAmounts.Quantity(name, asked[name])} of {name}, the quota is {quota.SelectToken("spec.hard")![name]}"));
        });
    }

    [Fact]
    public async Task Everything_of_a_tenant_stands_in_its_namespace()
    {
        var objects = (await RenderedEnvironment.OfAsync(Tenants)).Objects.Select(file => file.Object).ToList();

        Assert.Equal(
            ["classifier-nightly CronJob", "detector Deployment", "image-classifier Deployment", "labelled PersistentVolumeClaim", "thumbnails Job"],
            In(objects, "team-vision", "CronJob", "Deployment", "Job", "PersistentVolumeClaim"));
        Assert.Equal(["assistant Deployment"], In(objects, "language", "CronJob", "Deployment", "Job", "PersistentVolumeClaim"));
        Assert.DoesNotContain(objects, found => (string?)found.SelectToken("metadata.namespace") == "inference");
    }

    // Identity follows: a role that other pods could take would be everybody's.
    [Fact]
    public async Task Identities_are_of_the_tenant_s_service_accounts_only()
    {
        var plan = (await RenderedEnvironment.OfAsync(Tenants)).Plan;
        var associations = JObject.Parse(Infra.Planning.Json.PlanJson.ToText(plan))["resources"]!.Where(resource => (string?)resource["type"] == "aws:eks/podIdentityAssociation:PodIdentityAssociation")
            .ToDictionary(resource => (string)resource["name"]!, resource => (string?)resource.SelectToken("inputs.namespace"));

        Assert.Equal(
            ["team-vision", "language", "team-vision"],
            new[] { "image-classifier-reader-association", "assistant-reader-association", "thumbnails-association" }.Select(name => associations[name]));
    }

    [Fact]
    public async Task A_namespace_that_may_call_a_model_is_let_out_and_in()
    {
        var objects = (await RenderedEnvironment.OfAsync(Tenants)).Objects.Select(file => file.Object).ToList();
        var called = objects.Single(found => Kind(found) == "NetworkPolicy" && Name(found) == "own-work" && Namespace(found) == "language");
        var model = objects.Single(found => Kind(found) == "NetworkPolicy" && Name(found) == "image-classifier");

        Assert.Equal("team-vision", called.SelectToken("spec.egress[3].to[1].namespaceSelector.matchLabels['kubernetes.io/metadata.name']"));
        Assert.Equal("language", model.SelectToken("spec.ingress[0].from[1].namespaceSelector.matchLabels['kubernetes.io/metadata.name']"));
    }

    private static IEnumerable<string> In(IEnumerable<JObject> objects, string space, params string[] kinds) =>
        objects.Where(found => Namespace(found) == space && kinds.Contains(Kind(found))).Select(found => $"{Name(found)} {Kind(found)}").Order(StringComparer.Ordinal);

    private static IEnumerable<QuotaAmounts> Pods(JObject found, List<JObject> objects)
    {
        var pods = PodProjections.Of(Json(found), name => objects.FirstOrDefault(other => Kind(other) == "ServingRuntime" && Name(other) == name) is { } runtime ? Json(runtime) : null, (kind, name) => Scaler(objects, kind, name));
        // Work waits for room, and needs it for one pod.
        var isWork = Kind(found) is "Job" or "CronJob" or "ScaledJob";
        return pods.Where(one => !one.IsPerNode).Select(one => QuotaAmounts.OfPod(one.Requests.Cpu, one.Requests.Memory) * (isWork ? Math.Min(1, one.Most) : one.MostAtUpdate)
            + (QuotaAmounts.Of(one.Requests.Devices.Where(device => device.Key != "vpc.amazonaws.com/efa").Select(device => KeyValuePair.Create(QuotaNames.Device(device.Key), device.Value)))
                * (isWork ? Math.Min(1, one.Most) : one.MostAtUpdate)));
    }

    private static JsonObject? Scaler(IEnumerable<JObject> objects, string kind, string name) => objects.FirstOrDefault(other =>
        (string?)other.SelectToken("spec.scaleTargetRef.name") == name && ((string?)other.SelectToken("spec.scaleTargetRef.kind") ?? "Deployment") == kind) is { } found ? Json(found) : null;

    private static long Amount(string name, string? quantity) => name switch
    {
        _ when quantity is null => throw new InvalidOperationException($"the quota doesn't count {name}"),
        QuotaNames.Cpu => CpuQuantity.TryParse(quantity, out var cpu) ? cpu.Millicores : throw new FormatException(quantity),
        QuotaNames.Memory or QuotaNames.Storage => Size(quantity).Bytes,
        _ => long.Parse(quantity),
    };

    private static ByteSize Size(string quantity) => ByteSize.TryParse(quantity, out var size) ? size : throw new FormatException(quantity);

    private static string? Kind(JObject found) => (string?)found["kind"];

    private static string? Name(JObject found) => (string?)found.SelectToken("metadata.name");

    private static string? Namespace(JObject found) => (string?)found.SelectToken("metadata.namespace");

    private static JsonObject Json(JObject found) => (JsonObject)JsonNode.Parse(found.ToString())!;
}
