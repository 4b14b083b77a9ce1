using Infra.Planning.Diffing;
using Infra.Planning.Model;
using static Infra.Planning.Tests.Diffing.Plans;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Diffing;

/// <summary>What becomes of resources.</summary>
internal static class ResourceCases
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    private const string Subnet = "aws:ec2/subnet:Subnet";

    public static IReadOnlyDictionary<string, DiffCase> All { get; } = new Dictionary<string, DiffCase>
    {
        ["create"] = new(Of(), Of(Queue("jobs")), [ChangeKind.Create]),
        ["create-component"] = new(Of(), Of([Box("chat"), Queue("chat-jobs").Under(Box("chat")), Policy("chat-policy").Under(Box("chat"))]), [ChangeKind.Create, ChangeKind.Create, ChangeKind.Create]),
        ["delete"] = new(Of(Policy("read")), Of(), [ChangeKind.Delete]),
        ["delete-data"] = new(Of(Queue("jobs")), Of(), [ChangeKind.Delete]),
        ["delete-protected"] = new(Of(Queue("jobs").With(new() { Protect = true })), Of(), [ChangeKind.Delete]),
        ["delete-retained"] = new(Of(Queue("jobs").With(new() { RetainOnDelete = true })), Of(), [ChangeKind.Delete]),
        ["import"] = new(Of(), Of(Queue("jobs").With(new() { Import = "https://queue" })), [ChangeKind.Import]),
        ["read"] = new(Of(), Of(Of(Bucket, "theirs") with { ReadId = "their-bucket" }), [ChangeKind.Read]),
        ["update"] = new(Of(Queue("jobs", ("delaySeconds", Number(0)))), Of(Queue("jobs", ("delaySeconds", Number(5)))), [ChangeKind.Update]),
        ["replace"] = new(Of(Nodes("SPOT")), Of(Nodes("ON_DEMAND")), [ChangeKind.Replace]),
        ["replace-first-deleted"] = new(Of(Nodes("SPOT")), Of(Nodes("ON_DEMAND").With(new() { DeleteBeforeReplace = true })), [ChangeKind.Replace]),
        ["replace-data"] = new(Of(Of(Bucket, "models", ("bucket", Text("a")), ("forceDestroy", Flag))), Of(Of(Bucket, "models", ("bucket", Text("b")), ("forceDestroy", Flag))), [ChangeKind.Replace]),
        ["replace-data-refused"] = new(Of(Of(Bucket, "models", ("bucket", Text("a")))), Of(Of(Bucket, "models", ("bucket", Text("b")))), [ChangeKind.Replace]),
        ["replace-protected"] = new(
            Of(Of(Bucket, "models", ("bucket", Text("a"))).With(new() { Protect = true })), Of(Of(Bucket, "models", ("bucket", Text("b"))).With(new() { Protect = true })), [ChangeKind.Replace]),
        ["replace-on-changes"] = new(
            Of(Queue("jobs", ("delaySeconds", Number(0)))), Of(Queue("jobs", ("delaySeconds", Number(5))).With(new() { ReplaceOnChanges = ["delaySeconds"] })), [ChangeKind.Replace]),
        ["replace-with"] = new(
            Of(Nodes("SPOT"), Policy("p")), Of(Nodes("ON_DEMAND"), Policy("p").With(new() { ReplaceWith = [Nodes("SPOT").Urn] })), [ChangeKind.Replace, ChangeKind.Replace]),
        ["replace-provider"] = new(
            On(ProviderOf("cluster", ("clusterIdentifier", Text("one"))), Of("kubernetes:core/v1:ServiceAccount", "reader", ("metadata", Meta("reader")))),
            On(ProviderOf("cluster", ("clusterIdentifier", Text("two"))), Of("kubernetes:core/v1:ServiceAccount", "reader", ("metadata", Meta("reader")))),
            [ChangeKind.Replace, ChangeKind.Replace]),
        // The real one updates the provider in place, and each resource says then whether it can stay.
        ["provider-elsewhere"] = new(
            Of(Queue("jobs"), Policy("read")), Of(Queue("jobs"), Policy("read")).In("us-east-1"),
            [ChangeKind.UpdateOrReplace, ChangeKind.UpdateOrReplace, ChangeKind.UpdateOrReplace]),
        ["provider-written-otherwise"] = new(Of(Queue("jobs")).In("[\"a\"]"), Of(Queue("jobs")).In("[ \"a\" ]"), []),
        ["replace-many-reasons"] = new(Of(Settings("1")), Of(Settings("2")), [ChangeKind.Replace]),
        ["replaced-dependency"] = new(
            Of(Of(Subnet, "a", ("cidrBlock", Text("10.0.0.0/24"))), Of("aws:efs/mountTarget:MountTarget", "a", ("subnetId", Unknown)).After(Of(Subnet, "a"))),
            Of(Of(Subnet, "a", ("cidrBlock", Text("10.0.1.0/24"))), Of("aws:efs/mountTarget:MountTarget", "a", ("subnetId", Unknown)).After(Of(Subnet, "a"))),
            [ChangeKind.Replace, ChangeKind.UpdateOrReplace]),
        ["depends"] = new(
            Of(Of("aws:fsx/lustreFileSystem:LustreFileSystem", "fast", ("storageCapacity", Number(2400)))), Of(Of("aws:fsx/lustreFileSystem:LustreFileSystem", "fast", ("storageCapacity", Number(1200)))), [ChangeKind.UpdateOrReplace]),
        ["no-fact"] = new(Of(Of("aws:new/thing:Thing", "x", ("size", Number(1)))), Of(Of("aws:new/thing:Thing", "x", ("size", Number(2)))), [ChangeKind.UpdateOrReplace]),
        ["rename-alias"] = new(Of(Queue("old")), Of(Queue("new").With(new() { Aliases = [Queue("old").Urn] })), [ChangeKind.Rename]),
        ["rename-component"] = new(
            Of(Box("old"), Queue("old-jobs").Under(Box("old"))),
            Of(Box("new").With(new() { Aliases = [Box("old").Urn] }), Queue("new-jobs").Under(Box("new"))), [ChangeKind.Rename, ChangeKind.Rename]),
        ["rename-forgotten"] = new(Of(Queue("old", ("delaySeconds", Number(1)))), Of(Queue("new", ("delaySeconds", Number(1)))), [ChangeKind.Delete, ChangeKind.Create]),
        // Two policies of buckets that nobody knows yet aren't one because of that.
        ["rename-of-unknown"] = new(Of(Policy("old", ("policy", Unknown))), Of(Policy("new", ("policy", Unknown))), [ChangeKind.Delete, ChangeKind.Create]),
        ["options"] = new(Of(Queue("jobs").With(new() { Protect = true })), Of(Queue("jobs")), [ChangeKind.Settings]),
        ["parent"] = new(Of(Box("a"), Box("b"), Queue("jobs").Under(Box("a"))), Of(Box("a"), Box("b"), Queue("jobs").Under(Box("b"))), [ChangeKind.Settings]),
        ["component"] = new(Of(Box("chat", ("max", Number(2)))), Of(Box("chat", ("max", Number(4)))), [ChangeKind.Update]),
        ["outputs-of-one-side"] = new(Of(Outputs(("id", Text("i-1")), ("url", Text("http://a")))), Of(Outputs(("id", Unknown), ("url", Text("http://a")))), [], SameReader: false),
        ["outputs"] = new(Of(Outputs(("url", Text("http://a")))), Of(Outputs(("url", Text("http://b")))), [ChangeKind.Outputs]),
        ["alike"] = new(
            Of([.. Enumerable.Range(0, 8).Select(i => Queue($"q{i}", ("delaySeconds", Number(0))))]), Of([.. Enumerable.Range(0, 8).Select(i => Queue($"q{i}", ("delaySeconds", Number(5))))]),
            [.. Enumerable.Repeat(ChangeKind.Update, 8)]),
        ["dependencies"] = new(
            Of(Queue("a"), Queue("b"), Policy("p", ("policy", Unknown)).After(Queue("a"))), Of(Queue("a"), Queue("b"), Policy("p", ("policy", Unknown)).After(Queue("b"))), []),
        ["replaced-but-not-the-source"] = new(
            Of(Nodes("SPOT"), Queue("jobs"), Train().After(Nodes("SPOT"), Queue("jobs"))), Of(Nodes("ON_DEMAND"), Queue("jobs"), Train().After(Nodes("SPOT"), Queue("jobs"))), [ChangeKind.Replace]),
        ["item-of-unknown-value"] = new(
            Of(Of(NodeGroup, "t4", ("subnetIds", List(Unknown, Unknown)))), Of(Of(NodeGroup, "t4", ("subnetIds", List(Unknown)))), [ChangeKind.Replace]),
    };

    private static PlanValue.Bool Flag => new(true);

    private static PlannedResource Queue(string name, params (string, PlanValue)[] inputs) => Of("aws:sqs/queue:Queue", name, inputs);

    private static PlannedResource Policy(string name, params (string, PlanValue)[] inputs) => Of("aws:iam/policy:Policy", name, inputs);

    private static PlannedResource Settings(string value) =>
        Of("kubernetes:core/v1:ConfigMap", "settings", ("metadata", Meta("settings")), ("data", Object([.. "abcde".Select(key => ($"{key}", Text(value)))])));

    private static PlannedResource Train() => Of("kubernetes:batch/v1:Job", "train", ("spec", Object(("template", Object(("queue", Unknown))))));

    private static PlannedResource Nodes(string capacity) => Of(NodeGroup, "t4", ("capacityType", Text(capacity)), ("scalingConfig", Object(("maxSize", Number(4)))));
}
