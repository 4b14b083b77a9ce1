using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Prices;
using Infra.Planning.Costs;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Policies;
using Infra.Planning.Policies.Suppressions;
using Infra.Planning.Reviewing;
using Infra.Planning.Workloads;

namespace Infra.Planning.Tests.Reviewing;

/// <summary>A review that has something of everything a report shows, by hand: so that a page's test fails for the page alone.</summary>
internal static class SampleReview
{
    private static readonly FactSource _source = new("sample", "prices.example.com", "list", null, new DateOnly(2026, 10, 1), "a sample");
    private static readonly Urn _service = Urn.Parse("urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService::classifier");

    public static Urn Deployment { get; } = Urn.Parse("urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService$kubernetes:apps/v1:Deployment::classifier-deployment");

    public static PodWorkload Classifier { get; } = new() { Kind = "Deployment", Name = "classifier", Namespace = "inference", Urn = Deployment, Component = _service };

    public static PodWorkload Giant { get; } = new() { Kind = "Deployment", Name = "giant", Namespace = "inference", Urn = _service };

    public static PlanReview Create() => new()
    {
        Plan = Plan(),
        Placement = Placement(),
        Cost = Cost(100, 400),
        Policy = Policy(),
        Comparison = new ChangeReview("main (1a2b3c4)", Diff(), CostDelta.Between(Cost(100, 300), Cost(100, 400))),
    };

    /// <summary>The sample plan with a model beside.</summary>
    public static Plan Plan()
    {
        var plan = SamplePlan.Create();
        return plan with { Resources = [.. plan.Resources, new PlannedResource { Urn = _service, Parent = SamplePlan.Stack }, Pods()] };
    }

    private static PlannedResource Pods() => new()
    {
        Urn = Deployment,
        Parent = _service,
        Provider = SamplePlan.Provider,
        Inputs = SamplePlan.Map(
            ("apiVersion", SamplePlan.Text("apps/v1")),
            ("kind", SamplePlan.Text("Deployment")),
            ("metadata", SamplePlan.Object(("name", SamplePlan.Text("classifier")), ("namespace", SamplePlan.Text("inference")))),
            ("spec", SamplePlan.Object(
                ("replicas", SamplePlan.Number(2)),
                ("template", SamplePlan.Object(("spec", SamplePlan.Object(("containers", SamplePlan.List(SamplePlan.Object(
                    ("name", SamplePlan.Text("server")),
                    ("resources", SamplePlan.Object(("limits", SamplePlan.Object(("nvidia.com/gpu", SamplePlan.Text("1")))))))))))))))),
    };

    public static PlacementReport Placement() => new()
    {
        Environment = "dev",
        Pools = [Pool("system", null, 0), Pool("t4", "nvidia.com/gpu", 4)],
        Minimum = State("minimum", [Node("t4", 1, [Classifier], gpus: 1)], []),
        Maximum = State("maximum", [Node("t4", 1, [Classifier, Classifier], gpus: 2), Node("t4", 2, [], gpus: 0)], [Unplaced(Giant)]),
        Update = null,
        Quotas = [new VcpuQuota("L-DB2E81BA", "Running On-Demand G and VT instances", 4, 8, null)],
        Notes = ["Pods of Jobs that a user starts are not in the plan."],
    };

    public static PlacementPool Pool(string name, string? device, int devices) => new()
    {
        Name = name,
        Urn = null,
        Launcher = NodeLauncher.ClusterAutoscaler,
        InstanceTypes = [device is null ? "m6i.large" : "g4dn.12xlarge"],
        CapacityType = CapacityType.Spot,
        Zones = ["us-west-2a", "us-west-2b"],
        Least = 0,
        Most = 4,
        Device = device,
        DevicesPerNode = devices,
    };

    public static PlacedNode Node(string pool, int number, IReadOnlyCollection<PodWorkload> pods, int gpus, string zone = "us-west-2a") => new(
        $"{pool}-{number}",
        pool,
        zone,
        new Dictionary<string, long> { ["cpu"] = 4000, ["memory"] = 8_000_000, ["nvidia.com/gpu"] = 4 }.ToImmutableSortedDictionary(StringComparer.Ordinal),
        new Dictionary<string, long> { ["cpu"] = 1000 * pods.Count, ["memory"] = 2_000_000 * pods.Count, ["nvidia.com/gpu"] = gpus }.ToImmutableSortedDictionary(StringComparer.Ordinal),
        [.. pods.CountBy(static pod => pod).Select(static pod => new PodsOnNode(pod.Key, pod.Value))],
        IsAdded: number > 1);

    public static PlacementState State(string name, ImmutableArray<PlacedNode> nodes, ImmutableArray<UnplacedPods> unplaced) => new(
        name,
        nodes,
        [.. nodes.SelectMany(static node => node.Pods, static (node, pods) => new PlacedPods(pods.Workload, [.. Enumerable.Repeat(node.Name, pods.Count)]))],
        unplaced,
        [],
        [new DeviceUse("t4", "nvidia.com/gpu", 4 * nodes.Length, nodes.Sum(static node => node.Requested["nvidia.com/gpu"]), 0)]);

    public static UnplacedPods Unplaced(PodWorkload workload, bool mayWait = false) => new(
        workload,
        1,
        [new PodDemand("NodeResourcesFit", "nvidia.com/gpu: 8")],
        "no node of any pool has 8 GPUs",
        "ask for 4, or add a pool of p4d.24xlarge",
        "0/2 nodes are available: 2 Insufficient nvidia.com/gpu.",
        mayWait);

    public static CostReport Cost(decimal minimum, decimal maximum) => new()
    {
        Stack = "dev",
        Region = "us-west-2",
        Lines = [Line("nodes/t4", CostKind.Nodes, "t4", minimum, maximum), Line("control plane", CostKind.ControlPlane, null, 73, 73)],
        Usage = [new UsageLine("requests", "Requests to the bucket", Price("GET", PriceUnit.Use, 0.0004m), "how often models are loaded", [])],
        Unpriced = [new UnpricedItem("firewall", "Firewall rules", "AWS publishes no price for it", [])],
        Pools = [new PoolCost("t4", minimum, maximum, maximum)],
        Models = [new ModelCost("classifier", null, [new PoolShare("t4", 0.5m, minimum, 0.5m, maximum)], [], [new ThroughputCost("1,000 requests", 1000, 20, 0.5m, 1)])],
        Tenants = [new CostSum("", minimum, maximum)],
        Idle = new CostSum("", minimum / 2, maximum / 2),
    };

    private static CostLine Line(string id, CostKind kind, string? pool, decimal minimum, decimal maximum) => new()
    {
        Id = id,
        Kind = kind,
        What = id,
        Pool = pool,
        AtMinimum = new CostAmount(minimum, Price(id, PriceUnit.Month, 1)),
        AtMaximum = new CostAmount(maximum, Price(id, PriceUnit.Month, 1)),
        Notes = ["One a month."],
    };

    private static ListPrice Price(string id, PriceUnit unit, decimal usd) => new(id, "thing", unit, "us-west-2", usd, _source);

    public static PolicyReport Policy() => new()
    {
        Name = "dev",
        On = new DateOnly(2026, 11, 1),
        Gate = PolicySeverity.Error,
        Rules = 60,
        Resources = 7,
        Findings = [Finding("GPU001", PolicySeverity.Error), Finding("NET002", PolicySeverity.Warning), Finding("SEC003", PolicySeverity.Error, new PolicySuppression("SEC003", "*", "Moves in spring", new DateOnly(2027, 3, 1), "a test"))],
        NotKnown = [new PolicyUnknown(Rule("K8S004", PolicySeverity.Warning), Resource(), "spec.replicas")],
    };

    private static PolicyFinding Finding(string rule, PolicySeverity severity, PolicySuppression? suppression = null) =>
        new(Rule(rule, severity), Resource(), "spec.template", $"What {rule} found.", suppression);

    private static RuleDescription Rule(string id, PolicySeverity severity) => new(id, severity, $"{id} holds", "an outage", "a test");

    private static PolicyResource Resource() => new("Deployment inference/classifier", Deployment, null);

    public static PlanDiff Diff()
    {
        var plan = Plan();
        var bucket = plan.Resources.Single(static r => r.Urn == SamplePlan.Bucket);
        var pods = plan.Resources.Single(static r => r.Urn == Deployment);
        return new PlanDiff
        {
            Changes =
            [
                new ResourceChange
                {
                    Kind = ChangeKind.Replace,
                    Before = bucket,
                    After = bucket,
                    Inputs = [new PropertyChange(Path("bucket"), PropertyChangeKind.Change, SamplePlan.Text("old"), SamplePlan.Text("new")) { Effect = PropertyEffect.Replace }],
                    Reasons = [new Reason("bucket", "a bucket can't be renamed", "the provider's documentation, 2026-10-01")],
                    Loss = new DataLoss("every object in the bucket", LossGuard.None),
                    DeletesFirst = true,
                    Hint = "Copy the objects first.",
                },
                new ResourceChange
                {
                    Kind = ChangeKind.Update,
                    Before = pods,
                    After = pods,
                    Inputs =
                    [
                        new PropertyChange(Path("spec", "replicas"), PropertyChangeKind.Change, SamplePlan.Number(1), SamplePlan.Number(2)),
                        new PropertyChange(Path("metadata", "labels"), PropertyChangeKind.Add, null, SamplePlan.Text("1.2")) { Fold = Fold.VersionLabel },
                    ],
                },
                new ResourceChange { Kind = ChangeKind.Create, After = plan.Resources[2] },
            ],
            Unchanged = 4,
        };
    }

    private static PropertyPath Path(params ReadOnlySpan<string> keys)
    {
        var path = PropertyPath.Root;
        foreach (var key in keys)
        {
            path = path.Then(PathStep.Of(key));
        }

        return path;
    }
}
