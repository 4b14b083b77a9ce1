using Infra.Planning.Model;
using Infra.Planning.Rendering.Manifests;
using static Infra.Planning.Tests.Rendering.Manifests.Cluster;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Rendering.Manifests;

/// <summary>What a file says: the object, and what of it is not what an update would write.</summary>
public sealed class ManifestFileTests
{
    [Fact]
    public void An_object_is_its_inputs_below_a_header() => Assert.Equal(
        """
        # urn:pulumi:dev::p::kubernetes:core/v1:ConfigMap::configmap-a
        # Rendered from the environment 'dev'; changes belong there.
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: a
          namespace: ns
        data:
          replicas: "3"

        """,
        Render(ConfigMap("a", ("replicas", SamplePlan.Text("3")), ("none", PlanValue.Null.Instance))).Text("01-objects/configmap.ns.a.yaml"));

    [Fact]
    public void Values_that_a_preview_does_not_have_are_invented()
    {
        var preview = ConfigMap("a", ("bucket", PlanValue.Unknown.Instance), ("known", SamplePlan.Text("k")), ("a b", List(SamplePlan.Text("x"), PlanValue.Unknown.Instance)));
        var rendered = ConfigMap(
            "a", ("bucket", SamplePlan.Text("b-invented")), ("known", SamplePlan.Text("k")), ("a b", List(SamplePlan.Text("x"), SamplePlan.Text("y"))), ("more", SamplePlan.Text("z")));
        var rendering = ManifestRendering.Of(PlanOf(preview), PlanOf(rendered));

        Assert.StartsWith(
            """
            # urn:pulumi:dev::p::kubernetes:core/v1:ConfigMap::configmap-a
            # Rendered from the environment 'dev'; changes belong there.
            #
            # Invented, because only an update can tell:
            #   data["a b"][1]
            #   data.bucket
            #   data.more
            apiVersion: v1

            """,
            rendering.Text("01-objects/configmap.ns.a.yaml"),
            StringComparison.Ordinal);
        Assert.Equal(3, rendering.Invented);
    }

    [Fact]
    public void A_resource_that_previews_do_not_show_is_invented_as_a_whole()
    {
        var rendering = ManifestRendering.Of(PlanOf(), PlanOf(ConfigMap("a")));

        Assert.StartsWith(
            """
            # urn:pulumi:dev::p::kubernetes:core/v1:ConfigMap::configmap-a
            # Rendered from the environment 'dev'; changes belong there.
            #
            # Previews don't show this resource: the program makes it out of invented values. Take nothing in it for real.
            apiVersion: v1

            """,
            rendering.Text("01-objects/configmap.ns.a.yaml"),
            StringComparison.Ordinal);
        Assert.Contains("* `01-objects/configmap.ns.a.yaml`: `(the whole file)`\n", rendering.Text("README.md"), StringComparison.Ordinal);
        Assert.Equal(1, rendering.Invented);
    }

    [Theory]
    [InlineData("Opaque", "tok", "tok: cmVkYWN0ZWQ=")]
    [InlineData("kubernetes.io/dockerconfigjson", ".dockerconfigjson", "\".dockerconfigjson\": eyJhdXRocyI6e319")]
    public void Data_of_a_secret_is_redacted_as_base64_marked_or_not(string type, string key, string written)
    {
        var rendering = Render(Cluster.Object(
            "v1", "Secret", "s", "ns", ("type", SamplePlan.Text(type)), ("data", SamplePlan.Object((key, SamplePlan.Text("aHVudGVyMg==")))), ("stringData", SamplePlan.Object(("plain", PlanValue.Secret.Instance)))));

        Assert.Equal(
            $"""
            # urn:pulumi:dev::p::kubernetes:core/v1:Secret::secret-s
            # Rendered from the environment 'dev'; changes belong there.
            #
            # Redacted, because it is secret:
            #   {(key == "tok" ? "data.tok" : "data[\".dockerconfigjson\"]")}
            #   stringData.plain
            apiVersion: v1
            kind: Secret
            metadata:
              name: s
              namespace: ns
            data:
              {written}
            stringData:
              plain: redacted
            type: {type}

            """,
            rendering.Text("01-objects/secret.ns.s.yaml"));
    }

    [Fact]
    public void Data_that_is_secret_as_a_whole_has_the_keys_that_its_type_needs()
    {
        var rendering = Render(
            Cluster.Object("v1", "Secret", "tls", "ns", ("type", SamplePlan.Text("kubernetes.io/tls")), ("data", PlanValue.Secret.Instance)),
            Cluster.Object("v1", "ConfigMap", "c", "ns", ("data", PlanValue.Secret.Instance), ("binaryData", SamplePlan.Object(("x", PlanValue.Secret.Instance)))));

        Assert.Contains("#   data\napiVersion", rendering.Text("01-objects/secret.ns.tls.yaml"), StringComparison.Ordinal);
        Assert.Contains("\ndata:\n  tls.crt: cmVkYWN0ZWQ=\n  tls.key: cmVkYWN0ZWQ=\n", rendering.Text("01-objects/secret.ns.tls.yaml"), StringComparison.Ordinal);
        Assert.EndsWith("\nbinaryData:\n  x: cmVkYWN0ZWQ=\ndata:\n  redacted: redacted\n", rendering.Text("01-objects/configmap.ns.c.yaml"), StringComparison.Ordinal);
        Assert.Equal(3, rendering.Redacted);
    }

    [Fact]
    public void What_is_redacted_is_not_said_to_be_invented_too()
    {
        PlannedResource With(PlanValue value) => Cluster.Object("v1", "Secret", "s", "ns", ("stringData", SamplePlan.Object(("url", value))));
        var rendering = ManifestRendering.Of(PlanOf(With(PlanValue.Unknown.Instance)), PlanOf(With(SamplePlan.Text("https://x.invalid"))));

        Assert.Equal((0, 1), (rendering.Invented, rendering.Redacted));
    }

    [Fact]
    public void A_secret_anywhere_else_is_redacted()
    {
        var rendering = Render(Cluster.Object("apps/v1", "Deployment", "d", "ns", ("spec", SamplePlan.Object(("env", List(SamplePlan.Object(("value", PlanValue.Secret.Instance))))))));

        Assert.Contains("#   spec.env[0].value\n", rendering.Text("01-objects/deployment.ns.d.yaml"), StringComparison.Ordinal);
        Assert.EndsWith("spec:\n  env:\n  - value: redacted\n", rendering.Text("01-objects/deployment.ns.d.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_its_values_below_the_command_that_installs_it() => Assert.Equal(
        """
        # urn:pulumi:dev::p::kubernetes:helm.sh/v3:Release::keda-release
        # Rendered from the environment 'dev'; changes belong there.
        #
        # Redacted, because it is secret:
        #   option repositoryOpts.password
        #   token
        #
        # Chart:      keda
        # Version:    2.18.0
        # Repository: https://charts.invalid
        # Namespace:  ns
        # Release:    keda
        #
        # helm upgrade --install keda keda --repo https://charts.invalid --version 2.18.0 --namespace ns --atomic --create-namespace --no-hooks --skip-crds --history-max 3 --description 'it'\''s ours' --timeout 900s --values 01-charts/ns.keda.values.yaml
        #
        # Options of the release that this command doesn't have:
        #   postrender
        #   repositoryOpts.password
        replicas: 2
        token: redacted

        """,
        Render(Release(
            "keda",
            ("version", SamplePlan.Text("2.18.0")),
            ("repositoryOpts", SamplePlan.Object(("repo", SamplePlan.Text("https://charts.invalid")), ("password", PlanValue.Secret.Instance))),
            ("atomic", new PlanValue.Bool(true)),
            ("createNamespace", new PlanValue.Bool(true)),
            ("cleanupOnFail", new PlanValue.Bool(false)),
            ("disableWebhooks", new PlanValue.Bool(true)),
            ("skipCrds", new PlanValue.Bool(true)),
            ("skipAwait", new PlanValue.Bool(true)),
            ("maxHistory", Number(3)),
            ("timeout", Number(900)),
            ("description", SamplePlan.Text("it's ours")),
            ("postrender", SamplePlan.Text("/bin/cat")),
            ("values", SamplePlan.Object(("replicas", Number(2)), ("token", PlanValue.Secret.Instance), ("gone", PlanValue.Null.Instance))))).Text("01-charts/ns.keda.values.yaml"));

    [Fact]
    public void Paths_of_a_release_lead_through_its_file_and_options_are_called_so()
    {
        PlannedResource With(PlanValue value) => Release("keda", ("description", value), ("values", SamplePlan.Object(("a", SamplePlan.Object(("b", value))), ("c d", value))));
        var rendering = ManifestRendering.Of(PlanOf(With(PlanValue.Unknown.Instance)), PlanOf(With(SamplePlan.Text("x"))));

        Assert.Contains(
            """

            # Invented, because only an update can tell:
            #   option description
            #   a.b
            #   ["c d"]
            #

            """,
            rendering.Text("01-charts/ns.keda.values.yaml"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keda", "oci://ghcr.io/charts/", "oci://ghcr.io/charts/keda")]
    [InlineData("oci://ghcr.io/charts/keda", null, "oci://ghcr.io/charts/keda")]
    [InlineData("oci://ghcr.io/charts/keda", "https://charts.invalid", "oci://ghcr.io/charts/keda")]
    [InlineData("keda", "https://charts.invalid", "keda --repo https://charts.invalid")]
    public void A_chart_in_a_registry_is_named_by_its_whole_address(string chart, string? repository, string words)
    {
        var release = Release("r", repository is null ? [] : [("repositoryOpts", SamplePlan.Object(("repo", SamplePlan.Text(repository))))]);
        release = release with { Inputs = Map([.. release.Inputs.Where(input => input.Key != "chart").Select(input => (input.Key, input.Value)), ("chart", SamplePlan.Text(chart))]) };

        Assert.Equal([$"helm upgrade --install r {words} --namespace ns --wait --timeout 300s --values 01-charts/ns.r.values.yaml"], Render(release).Commands());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_null_in_a_list_shifts_all_paths_or_none(bool keepsNulls)
    {
        PlannedResource With(PlanValue value) => Release(
            "keda",
            ("allowNullValues", new PlanValue.Bool(keepsNulls)),
            ("values", SamplePlan.Object(("l", List(PlanValue.Null.Instance, value, PlanValue.Secret.Instance)))));
        var text = ManifestRendering.Of(PlanOf(With(PlanValue.Unknown.Instance)), PlanOf(With(SamplePlan.Text("x")))).Text("01-charts/ns.keda.values.yaml");
        var first = keepsNulls ? 1 : 0;

        Assert.Contains($"\n#   l[{first}]\n#\n# Redacted, because it is secret:\n#   l[{first + 1}]\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"\nl:\n{(keepsNulls ? "- null\n" : "")}- x\n- redacted\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_in_a_list_of_an_object_shifts_all_paths_too()
    {
        PlannedResource With(PlanValue value) => Cluster.Object(
            "v1", "Pod", "p", "ns", ("spec", SamplePlan.Object(("env", List(PlanValue.Null.Instance, value, PlanValue.Secret.Instance)))));

        Assert.Contains(
            "\n#   spec.env[0]\n#\n# Redacted, because it is secret:\n#   spec.env[1]\n",
            ManifestRendering.Of(PlanOf(With(PlanValue.Unknown.Instance)), PlanOf(With(SamplePlan.Text("x")))).Text("01-objects/pod.ns.p.yaml"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_invention_leaves_out_is_told_too() => Assert.Contains(
        "\n#   data.gone\n",
        ManifestRendering.Of(PlanOf(ConfigMap("a", ("gone", PlanValue.Unknown.Instance))), PlanOf(ConfigMap("a"))).Text("01-objects/configmap.ns.a.yaml"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "a: null\n")]
    [InlineData(false, "{}\n")]
    public void A_null_reaches_a_chart_only_where_the_program_says_so(bool allowed, string values) => Assert.EndsWith(
        $"\n{values}",
        Render(Release("keda", ("allowNullValues", new PlanValue.Bool(allowed)), ("values", SamplePlan.Object(("a", PlanValue.Null.Instance))))).Text("01-charts/ns.keda.values.yaml"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("rbac.authorization.k8s.io/v1", "ClusterRole", "system:Admin", "clusterrole.system_admin.643d1cd4.yaml")]
    [InlineData("v1", "Namespace", "a.b", "namespace.a.b.yaml")]
    [InlineData("serving.kserve.io/v1", "Service", "a", "service.serving.kserve.io.a.yaml")]
    public void File_names_are_fit_for_every_file_system(string apiVersion, string kind, string name, string file) =>
        Assert.Equal([$"01-objects/{file}"], Render(Cluster.Object(apiVersion, kind, name)).Paths());

    [Fact]
    public void A_very_long_name_is_cut_and_stays_unique()
    {
        var paths = Render(ConfigMap(new string('a', 250) + "b"), ConfigMap(new string('a', 250) + "c")).Paths();

        Assert.Equal(2, paths.Distinct().Count());
        Assert.All(paths, path => Assert.Equal(200 + "01-objects/".Length, path.Length));
    }
}
