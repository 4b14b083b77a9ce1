using Infra.Planning.Diffing;
using Infra.Planning.Model;
using static Infra.Planning.Tests.Diffing.Plans;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Diffing;

/// <summary>What becomes of values.</summary>
internal static class ValueCases
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";

    public static IReadOnlyDictionary<string, DiffCase> All { get; } = new Dictionary<string, DiffCase>
    {
        ["containers-by-name"] = Pods(
            [Container("server", "server:1", ("A", "1"), ("B", "2"))],
            [Container("proxy", "proxy:1"), Container("server", "server:2", ("B", "3"), ("C", "4"))]),
        ["order-of-named"] = Pods([Container("a", "x"), Container("b", "y")], [Container("b", "y"), Container("a", "x")]),
        ["order-of-arguments"] = Spec("args", List(Text("--a"), Text("1"), Text("--b"), Text("2")), List(Text("--a"), Text("2"), Text("--b"), Text("1"))),
        ["order-of-set"] = new(Subnets("a", "b"), Subnets("b", "a"), []),
        ["arguments"] = Spec("args", List(Text("--a"), Text("--max=1"), Text("--c")), List(Text("--a"), Text("--max=2"), Text("--c"), Text("--d"))),
        ["keys-in-quotes"] = Spec("nodeSelector", Object(("example.com/pool", Text("a")), ("gone \"x\"", Text("1"))), Object(("example.com/pool", Text("b")))),
        ["version-labels"] = new(Labelled("1", "aaa", "x"), Labelled("2", "bbb", "x"), [ChangeKind.Update]),
        ["version-labels-and-more"] = new(Labelled("1", "aaa", "x"), Labelled("2", "bbb", "y"), [ChangeKind.Update]),
        ["json-in-text"] = new(Role("""{"Statement":[{"Action":["s3:Get","s3:Put"],"Effect":"Allow"}]}"""), Role("""{"Statement": [{"Effect": "Allow", "Action": ["s3:Put", "s3:List"]}]}"""), [ChangeKind.Update]),
        ["json-written-otherwise"] = new(Role("""{"a":1}"""), Role("""{ "a": 1 }"""), []),
        ["text-of-lines"] = new(Settings("one\ntwo\nthree\nfour\nfive\n"), Settings("one\ntwo\n3\nfour\nfive\n"), [ChangeKind.Replace]),
        ["job-template"] = new(Job("1"), Job("2"), [ChangeKind.Replace]),
        ["claims-stay"] = new(Claims("10Gi"), Claims("20Gi"), [ChangeKind.Replace]),
        ["storage-class-refused"] = new(
            Of(Of("kubernetes:storage.k8s.io/v1:StorageClass", "gp3", ("reclaimPolicy", Text("Delete")))), Of(Of("kubernetes:storage.k8s.io/v1:StorageClass", "gp3", ("reclaimPolicy", Text("Retain")))),
            [ChangeKind.UpdateOrReplace]),
        ["custom-resource-renamed"] = new(Pool("a"), Pool("b"), [ChangeKind.Replace]),
        ["ignored"] = new(Scaled(1, "a").Ignoring(), Scaled(2, "a").Ignoring(), []),
        ["ignored-and-more"] = new(Scaled(1, "a").Ignoring(), Scaled(2, "b").Ignoring(), [ChangeKind.Update]),
        ["hidden"] = new(Scaled(1, "a").Hiding(), Scaled(2, "a").Hiding(), [ChangeKind.Update]),
        ["secret-and-secret"] = Spec("token", Secret, Secret, []),
        ["secret-and-known"] = Spec("token", Text("plain"), Secret),
        ["known-and-unknown"] = Spec("host", Text("10.0.0.1"), Unknown),
        ["unknown-and-replacing"] = new(Of(Of("aws:efs/mountTarget:MountTarget", "a", ("subnetId", Text("subnet-1")))), Of(Of("aws:efs/mountTarget:MountTarget", "a", ("subnetId", Unknown))), [ChangeKind.UpdateOrReplace]),
        ["one-side-knows"] = Spec("host", Text("10.0.0.1"), Unknown, []) with { SameReader = false },
        ["null-is-nothing"] = Spec("host", PlanValue.Null.Instance, PlanValue.Null.Instance, []) with { After = Of(Of(Deployment, "chat", ("metadata", Meta("chat")), ("spec", Object()))) },
    };

    private static DiffCase Spec(string key, PlanValue before, PlanValue after, ChangeKind[]? kinds = null) => new(
        Of(Of(Deployment, "chat", ("metadata", Meta("chat")), ("spec", Object((key, before))))), Of(Of(Deployment, "chat", ("metadata", Meta("chat")), ("spec", Object((key, after))))), kinds ?? [ChangeKind.Update]);

    private static DiffCase Pods(PlanValue[] before, PlanValue[] after) => Spec("template", Object(("spec", Object(("containers", List(before))))), Object(("spec", Object(("containers", List(after))))));

    private static PlanValue Container(string name, string image, params (string Name, string Value)[] env) => Object(
        ("name", Text(name)), ("image", Text(image)), ("env", List([.. env.Select(static e => Object(("name", Text(e.Name)), ("value", Text(e.Value))))])));

    private static Plan Subnets(params string[] ids) => Of(Of("aws:eks/nodeGroup:NodeGroup", "t4", ("subnetIds", List([.. ids.Select(Text)]))));

    private static Plan Labelled(string version, string checksum, string tier) => Of([.. Enumerable.Range(0, 1).Select(i => Of(
        Deployment,
        $"d{i}",
        ("metadata", Meta($"d{i}", ("labels", Object(("app.kubernetes.io/version", Text(version)), ("tier", Text(tier)))), ("annotations", Object(("gpu-inference/config-checksum", Text(checksum))))))))]);

    private static Plan Role(string policy) => Of(Of("aws:iam/role:Role", "reader", ("assumeRolePolicy", Text(policy))));

    private static Plan Settings(string text) => Of(Of("kubernetes:core/v1:ConfigMap", "settings", ("metadata", Meta("settings")), ("data", Object(("server.conf", Text(text))))));

    private static Plan Job(string version) => Of(Of(
        "kubernetes:batch/v1:Job",
        "train",
        ("metadata", Meta("train")),
        ("spec", Object(("template", Object(("metadata", Object(("labels", Object(("app.kubernetes.io/version", Text(version))))))))))));

    private static Plan Claims(string size) => Of(Of(
        "kubernetes:apps/v1:StatefulSet",
        "store",
        ("metadata", Meta("store")),
        ("spec", Object(("volumeClaimTemplates", List(Object(("metadata", Object(("name", Text("data")))), ("spec", Object(("size", Text(size)))))))))));

    private static Plan Pool(string name) => Of(Of("kubernetes:karpenter.sh/v1:NodePool", "pool", ("metadata", Object(("name", Text(name))))));

    private static Plan Scaled(int replicas, string image) => Of(Of(Deployment, "chat", ("metadata", Meta("chat")), ("spec", Object(("replicas", Number(replicas)), ("image", Text(image))))));

    private static Plan Ignoring(this Plan plan) => Option(plan, new() { IgnoreChanges = ["spec.replicas"] });

    private static Plan Hiding(this Plan plan) => Option(plan, new() { HideDiffs = ["spec.replicas"] });

    private static Plan Option(Plan plan, PlannedOptions options) =>
        plan with { Resources = [.. plan.Resources.Select(resource => resource.Type == Deployment ? resource.With(options) : resource)] };
}
