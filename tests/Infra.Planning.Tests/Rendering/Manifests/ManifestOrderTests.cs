using Infra.Planning.Model;
using Infra.Planning.Rendering.Manifests;
using static Infra.Planning.Tests.Rendering.Manifests.Cluster;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Rendering.Manifests;

/// <summary>In which folder a file is, and the commands that apply the folders.</summary>
public sealed class ManifestOrderTests
{
    private static readonly PlannedResource _definition = Cluster.Object(
        "apiextensions.k8s.io/v1", "CustomResourceDefinition", "pools.acme.com", "", ("spec", SamplePlan.Object(("group", SamplePlan.Text("acme.com")), ("names", SamplePlan.Object(("kind", SamplePlan.Text("Pool")))))));

    [Fact]
    public void What_depends_on_nothing_is_applied_together() => Assert.Equal(
        ["01-objects/configmap.ns.a.yaml", "01-objects/configmap.ns.b.yaml"],
        Render(ConfigMap("b"), ConfigMap("a")).Paths());

    [Fact]
    public void A_dependency_is_a_step_also_through_what_is_no_object()
    {
        var first = ConfigMap("z-first");
        var bucket = Bucket("models").After(first);

        Assert.Equal(
            ["01-objects/configmap.ns.z-first.yaml", "02-objects/configmap.ns.direct.yaml", "02-objects/configmap.ns.through.yaml"],
            Render(first, bucket, ConfigMap("through").After(bucket), ConfigMap("direct").After(first)).Paths());
    }

    [Fact]
    public void The_longest_way_counts()
    {
        var a = ConfigMap("a");
        var b = ConfigMap("b").After(a);

        Assert.Equal(
            ["01-objects/configmap.ns.a.yaml", "02-objects/configmap.ns.b.yaml", "03-objects/configmap.ns.c.yaml"],
            Render(a, b, ConfigMap("c").After(a, b)).Paths());
    }

    [Fact]
    public void An_object_and_a_release_come_after_their_namespace_whatever_the_program_says() => Assert.Equal(
        ["01-objects/namespace.ns.yaml", "02-objects/configmap.ns.a.yaml", "03-charts/ns.keda.values.yaml"],
        Render(ConfigMap("a"), Release("keda"), Namespace("ns")).Paths());

    [Fact]
    public void A_custom_resource_comes_after_its_definition_and_that_is_waited_for()
    {
        var rendering = Render(Cluster.Object("acme.com/v1", "Pool", "gpu"), _definition);

        Assert.Equal(["01-objects/customresourcedefinition.pools.acme.com.yaml", "02-objects/pool.acme.com.gpu.yaml"], rendering.Paths());
        Assert.Equal(
            [
                "kubectl apply --server-side -f 01-objects/",
                "kubectl wait --for=condition=Established --timeout=600s crd/pools.acme.com",
                "kubectl apply --server-side -f 02-objects/",
            ],
            rendering.Commands());
    }

    [Fact]
    public void Workloads_are_waited_for_where_something_needs_them()
    {
        var deployment = Cluster.Object("apps/v1", "Deployment", "webhook", "ns") with
        {
            Options = new PlannedOptions { CustomTimeouts = new PlannedTimeouts { Create = TimeSpan.FromSeconds(90.5) } },
        };
        var job = Cluster.Object("batch/v1", "Job", "load", "ns");
        var idle = Cluster.Object("apps/v1", "Deployment", "idle", "ns");
        var skips = Skipping(Cluster.Object("apps/v1", "DaemonSet", "agent", "ns"));

        Assert.Equal(
            [
                "kubectl apply --server-side -f 01-objects/",
                "kubectl rollout status --timeout=91s -n ns deployment/webhook",
                "kubectl wait --for=condition=Complete --timeout=600s -n ns job/load",
                "kubectl apply --server-side -f 02-objects/",
            ],
            Render(deployment, job, idle, skips, ConfigMap("a").After(deployment, job, skips)).Commands());
    }

    [Fact]
    public void The_cluster_is_named_where_the_program_names_it()
    {
        var plan = PlanOf([("context", SamplePlan.Text("kind-kind"))], ConfigMap("a"), Release("keda"));

        Assert.Equal(
            [
                "kubectl --context kind-kind apply --server-side -f 01-objects/",
                "helm upgrade --install keda keda --kube-context kind-kind --namespace ns --wait --timeout 300s --values 02-charts/ns.keda.values.yaml",
            ],
            ManifestRendering.Of(plan, plan).Commands());
    }

    [Fact]
    public void Two_clusters_have_folders_of_their_own()
    {
        var other = new PlannedResource { Urn = Urn.Parse("urn:pulumi:dev::p::pulumi:providers:kubernetes::Edge") };

        Assert.Equal(
            ["01-objects-edge.0f82fe72/configmap.ns.a.yaml", "02-objects-k8s/configmap.ns.a.yaml"],
            Render(other, ConfigMap("a"), Cluster.Object("again", "v1", "ConfigMap", "a", "ns", []) with { Provider = other.Urn }).Paths());
    }

    [Fact]
    public void A_namespace_or_definition_in_another_cluster_is_no_reason_to_wait()
    {
        var other = new PlannedResource { Urn = Urn.Parse("urn:pulumi:dev::p::pulumi:providers:kubernetes::edge") };

        Assert.Equal(
            [
                "01-objects-edge/customresourcedefinition.pools.acme.com.yaml",
                "01-objects-edge/namespace.ns.yaml",
                "02-objects-k8s/configmap.ns.a.yaml",
                "02-objects-k8s/pool.acme.com.gpu.yaml",
            ],
            Render(other, _definition with { Provider = other.Urn }, Namespace("ns") with { Provider = other.Urn }, ConfigMap("a"), Cluster.Object("acme.com/v1", "Pool", "gpu")).Paths());
    }

    [Fact]
    public void A_kind_that_something_else_defines_is_looked_for_before_anything_of_its_step_is_applied() => Assert.Equal(
        [
            "kubectl get Claim.v1beta1.acme.com --output name > /dev/null",
            "kubectl get Pool.v1.acme.com --output name > /dev/null",
            "kubectl apply --server-side -f 01-objects/",
        ],
        Render(Cluster.Object("acme.com/v1", "Pool", "a"), Cluster.Object("acme.com/v1", "Pool", "b"), Cluster.Object("acme.com/v1beta1", "Claim", "c")).Commands());

    [Fact]
    public void What_waits_for_itself_can_not_be_applied()
    {
        var map = ConfigMap("a");

        Assert.Equal(
            [
                "urn:pulumi:dev::p::kubernetes:core/v1:ConfigMap::configmap-a: waits for itself, through its namespace or its definition",
                "urn:pulumi:dev::p::kubernetes:core/v1:Namespace::namespace-ns: waits for itself, through its namespace or its definition",
            ],
            Render(map, Namespace("ns").After(map)).Problems.AsEnumerable());
    }

    [Fact]
    public void A_plan_of_ten_thousand_in_a_row_is_no_problem()
    {
        var resources = new List<PlannedResource> { ConfigMap("m-0") };
        for (var i = 1; i < 10_000; i++)
        {
            resources.Add((i % 2 == 0 ? ConfigMap($"m-{i}") : Bucket($"m-{i}")).After(resources[^1]));
        }

        var rendering = Render([.. resources]);

        Assert.Equal((5_000, 5_000, "5000-objects/configmap.ns.m-9998.yaml"), (rendering.Objects, rendering.Steps, rendering.Paths()[^1]));
    }

    private static PlannedResource Skipping(PlannedResource resource)
    {
        var metadata = ((PlanValue.Object)resource.Inputs["metadata"]).Properties;
        var annotated = SamplePlan.Object([.. metadata.Select(p => (p.Key, p.Value)), ("annotations", SamplePlan.Object(("pulumi.com/skipAwait", SamplePlan.Text("true"))))]);
        return resource with { Inputs = Map([.. resource.Inputs.Where(p => p.Key != "metadata").Select(p => (p.Key, p.Value)), ("metadata", annotated)]) };
    }
}
