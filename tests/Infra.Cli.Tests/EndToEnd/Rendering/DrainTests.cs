using System.Text.RegularExpressions;
using Infra.Core.Resilience;
using Infra.Planning.Json;
using Infra.Planning.Resilience;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>
/// Any one node of any pool of any environment can go without breaking a budget or a quota, and any one zone can go and every model of two or more replicas keeps one; where that can't be, the golden
/// file says why. Faults that are put into a plan are found.
/// </summary>
public sealed class DrainTests
{
    // What AWS decides of its add-ons.
    private static readonly string[] _addOns = ["metrics-server", "snapshot-controller", "efs-csi-controller", "fsx-csi-controller"];

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Any_node_can_go_without_breaking_a_budget_or_a_quota(string environment)
    {
        var cluster = PlannedCluster.Of((await RenderedEnvironment.OfAsync(environment)).Plan);

        Assert.NotEmpty(cluster.Pods);
        Assert.DoesNotContain(DrainProof.Of(cluster), finding => DrainProof.IsBroken(finding.Fault));
    }

    // Environments without a cluster of their own have pools as well; only nodes that exist already are nobody's.
    [Fact]
    public async Task Pods_are_counted_on_the_pools_that_take_them()
    {
        var cluster = PlannedCluster.Of((await RenderedEnvironment.OfAsync("prod")).Plan);

        Assert.Equal(
            ["system 6 of 3", "t4 9 of 3", "t4-on-demand 6 of 3", "a100 2 of 1", "h100 2 of 1", "v100 2 of 3", "t4-multi 3 of 3"],
            cluster.Pools.Select(pool => $"{pool.Name} {pool.Nodes} of {pool.Zones.Length}"));
        Assert.Equal(
            ["t4 t4-on-demand", "t4-multi", "t4 t4-on-demand", "t4-on-demand", "a100"],
            cluster.Pods.Where(pods => pods.Replicas is not null).Select(pods => string.Join(' ', pods.Pools)));
        // A transformer runs beside its model.
        Assert.All(cluster.Pods.Where(pods => pods.Replicas is null), pods => Assert.Equal(pods.Name.EndsWith(" transformer", StringComparison.Ordinal) ? "t4-multi" : "system", string.Join(' ', pods.Pools)));
        Assert.Equal(["nvidia.com/gpu 8", "vpc.amazonaws.com/efa 4"], cluster.Pools.Single(pool => pool.Name == "a100").Node.Devices.Select(device => $"{device.Key} {device.Value}"));
    }

    // The promise of production; what AWS ships is AWS' affair, and a model of one replica was promised nothing.
    [Fact]
    public async Task Any_zone_of_production_can_go_and_every_model_of_two_replicas_keeps_one() => Assert.Equal(
        [
            "Alone InferenceService nlp-pipeline predictor",
            "Alone Deployment document-reader",
            "Alone RayService recommender model",
            "Alone Deployment deepseek-r1-distill-70b",
        ],
        DrainProof.Of(PlannedCluster.Of((await RenderedEnvironment.OfAsync("prod")).Plan))
            .Where(finding => !_addOns.Any(addOn => finding.Subject == $"Deployment {addOn}, declared"))
            .Select(finding => $"{finding.Fault} {finding.Subject}"));

    [Fact]
    public async Task A_model_in_one_zone_is_said_to_go_with_it() => Assert.Contains(
        "Alone: Deployment deepseek-r1-distill-70b: has one replica at its fewest: when its node goes it is away for a cold start, which a second one would bridge; "
        + "and all of its nodes are in the zone 'us-west-2b', with which it goes",
        DrainProof.Of(PlannedCluster.Of((await RenderedEnvironment.OfAsync("prod")).Plan)).Select(finding => finding.ToString()));

    [Fact]
    public async Task What_cant_be_promised_is_said_with_its_reason()
    {
        var lines = new List<string>();
        foreach (var environment in RenderedEnvironment.All)
        {
            lines.AddRange(DrainProof.Of(PlannedCluster.Of((await RenderedEnvironment.OfAsync(environment)).Plan)).Select(finding => $"{environment}: {finding}"));
        }

        Golden.Match(string.Concat(lines.Select(line => $"{line}\n")), "drain.txt");
    }

    [Theory]
    [InlineData("kubernetes:policy/v1:PodDisruptionBudget", "image-classifier-disruption-budget", "spec", """{"minAvailable": 2}""", "Blocked: Deployment image-classifier: PodDisruptionBudget image-classifier says minAvailable 2 of 2 pods, which lets none go")]
    [InlineData("kubernetes:policy/v1:PodDisruptionBudget", "recommender-disruption-budget", "spec", """{"maxUnavailable": 1}""", "Blocked: RayService recommender model: PodDisruptionBudget recommender says maxUnavailable 1, but what makes the pods has no subresource 'scale'")]
    [InlineData("kubernetes:policy/v1:PodDisruptionBudget", "mlflow-disruption-budget", "spec.selector.matchLabels", """{"app.kubernetes.io/instance": "other"}""", "Unguarded: Deployment mlflow: no budget that we know of keeps any of its 2 pods")]
    [InlineData("gpu-inference:index:GpuNodePool", "a100", "", """{"maxSize": 1}""", "Waits: Deployment deepseek-r1-distill-70b: when a node of 'a100' goes, which is the only one of its pool")]
    [InlineData("kubernetes:apps/v1:Deployment", "image-classifier-deployment", "spec.template.spec", """{"topologySpreadConstraints": []}""", "OneZone: Deployment image-classifier: its pools stand in 3 zones, but no rule keeps all 2 replicas from one of them")]
    public async Task A_fault_in_a_plan_is_found(string type, string name, string at, string change, string expected) =>
        Assert.Contains(await FoundAsync(type, name, at, change), line => line.StartsWith(expected, StringComparison.Ordinal));

    // One domain is even by itself; and a constraint on other pods binds none of these.
    [Theory]
    [InlineData("minDomains", "1")]
    [InlineData("whenUnsatisfiable", "\"ScheduleAnyway\"")]
    [InlineData("topologyKey", "\"kubernetes.io/hostname\"")]
    [InlineData("labelSelector", """{"matchLabels": {"app.kubernetes.io/instance": "other"}}""")]
    [InlineData("maxSkew", "2")]
    public async Task A_constraint_that_doesnt_bind_proves_nothing(string key, string value) => Assert.Contains(
        await FoundAsync("kubernetes:apps/v1:Deployment", "image-classifier-deployment", "spec.template.spec.topologySpreadConstraints[1]", $$"""{"{{key}}": {{value}}}"""),
        line => line.StartsWith("OneZone: Deployment image-classifier: ", StringComparison.Ordinal));

    [Fact]
    public async Task Two_replicas_that_affinity_brings_onto_one_node_are_found() => Assert.Contains(
        "OneNode: InferenceService nlp-pipeline predictor: a node of 't4-multi' holds 2 replicas, so that all 2 may be on one and go with it",
        await FoundAsync("kubernetes:keda.sh/v1alpha1:ScaledObject|kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "nlp-pipeline-.*", "spec", """{"minReplicas": 2, "minReplicaCount": 2}"""));

    private static async Task<IEnumerable<string>> FoundAsync(string types, string name, string at, string change)
    {
        var document = JObject.Parse(PlanJson.ToText((await RenderedEnvironment.OfAsync("prod")).Plan));
        var inputs = (JObject)document["resources"]!.First(resource => types.Split('|').Contains((string?)resource["type"]) && Regex.IsMatch((string)resource["name"]!, $"^{name}$"))["inputs"]!;
        var target = at.Length == 0 ? inputs : (JObject)inputs.SelectToken(at)!;
        foreach (var property in JObject.Parse(change).Properties())
        {
            // The two amounts of a budget exclude each other.
            if (property.Name is "minAvailable" or "maxUnavailable")
            {
                target.Remove(property.Name == "minAvailable" ? "maxUnavailable" : "minAvailable");
            }

            target[property.Name] = property.Value;
        }

        using var text = new StringReader(document.ToString());
        return DrainProof.Of(PlannedCluster.Of(PlanJson.Read(text))).Select(finding => finding.ToString());
    }
}
