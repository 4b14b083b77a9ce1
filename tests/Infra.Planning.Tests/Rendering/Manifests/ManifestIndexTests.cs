using Infra.Planning.Model;
using Infra.Planning.Rendering.Manifests;
using Newtonsoft.Json.Linq;
using static Infra.Planning.Tests.Rendering.Manifests.Cluster;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Rendering.Manifests;

/// <summary>What the folder says of itself, and when there is none.</summary>
public sealed class ManifestIndexTests
{
    private static readonly PlannedResource _patch = new()
    {
        Urn = Urn.Parse("urn:pulumi:dev::p::kubernetes:core/v1:ConfigMapPatch::dns"),
        Provider = Cluster.Provider,
        Inputs = Map(("apiVersion", SamplePlan.Text("v1")), ("kind", SamplePlan.Text("ConfigMap"))),
    };

    private static readonly PlannedResource _read = Cluster.Namespace("kube-system") with { ReadId = "kube-system" };

    [Fact]
    public void What_is_not_rendered_is_told()
    {
        var rendering = ManifestRendering.Of(
            PlanOf(Bucket("gone")),
            PlanOf(
                _read,
                _patch,
                Bucket("key"),
                Bucket("models").After(Bucket("key")),
                Bucket("logs").After(Bucket("models")),
                Cluster.Object("monitoring.coreos.com/v1", "ServiceMonitor", "m", "ns", ("spec", SamplePlan.Object(("token", PlanValue.Secret.Instance)))).After(Bucket("models"))),
            new ManifestSource("my `file`.yaml", ["a", "models[0].capacity"]));

        Assert.Equal(["01-objects/servicemonitor.monitoring.coreos.com.ns.m.yaml"], rendering.Paths());
        Assert.Equal(
            """
            # p, environment dev: manifests

            Rendered from `` my `file`.yaml `` with `a`, `models[0].capacity` set on the command line. The folder is replaced as a whole at the next rendering: change the environment, not these files.
            `index.json` has the same for programs.

            ## Before you apply

            ### Cluster

            The commands work here:

            * wherever kubectl points to, because the program names no context. Look first: `kubectl config current-context`

            ### Kinds that must exist

            No object here defines these custom resources: a chart does, or the cluster has them already. The commands look before they apply the files.

            * `ServiceMonitor.monitoring.coreos.com`: `01-objects/servicemonitor.monitoring.coreos.com.ns.m.yaml`

            ### Invented values

            Only an update can tell these values, so they are made up: replace them before you apply the file.

            * `01-objects/servicemonitor.monitoring.coreos.com.ns.m.yaml`: `(the whole file)`

            ### Redacted values

            These are secret. Applying the file as it is overwrites a real secret with the word `redacted`.

            * `01-objects/servicemonitor.monitoring.coreos.com.ns.m.yaml`: `spec.token`

            ### What the manifests rely on

            Other providers manage these; they must exist before the objects that use them.

            * `aws:s3:Bucket` key
            * `aws:s3:Bucket` models

            ## Apply

            In this folder, as one block: it ends at the first command that fails. Run it again from the start once the cause is mended; what is applied already stays as it is.
            Don't apply the folders in one go (`-R`, `kustomize`): a later step needs what an earlier one has made.

            ```sh
            (
            set -e
            kubectl get ServiceMonitor.v1.monitoring.coreos.com --output name > /dev/null
            kubectl apply --server-side -f 01-objects/
            )
            ```

            ## Also in the environment

            Other providers manage these, and nothing in the cluster depends on them.

            * `aws:s3:Bucket` logs

            ## Changes to objects of others

            Pulumi changes some fields of these objects, which something else owns; there is no file for that.

            * `kubernetes:core/v1:ConfigMapPatch` dns

            ## Only read

            These exist already; the program looks at them.

            * `kubernetes:core/v1:Namespace` namespace-kube-system (`kube-system`)

            ## Only in previews

            A preview shows these, but an update wouldn't create them: the program asks whether it runs in a preview.

            * `aws:s3:Bucket` gone

            """,
            rendering.Text("README.md"));
    }

    [Fact]
    public void The_document_for_programs_has_the_same()
    {
        var rendering = ManifestRendering.Of(
            PlanOf(ConfigMap("a", ("x", PlanValue.Unknown.Instance))),
            PlanOf(ConfigMap("a", ("x", SamplePlan.Text("y"))), Bucket("models"), Release("keda", ("version", SamplePlan.Text("2.18.0")))),
            new ManifestSource("dev.yaml", ["a"]));

        Assert.Equal(
            """
            {
              "schemaVersion": 1,
              "project": "p",
              "stack": "dev",
              "source": "dev.yaml",
              "overridden": [
                "a"
              ],
              "steps": [
                {
                  "folder": "01-objects",
                  "commands": [
                    "kubectl apply --server-side -f 01-objects/"
                  ],
                  "files": [
                    {
                      "file": "01-objects/configmap.ns.a.yaml",
                      "apiVersion": "v1",
                      "kind": "ConfigMap",
                      "namespace": "ns",
                      "name": "a",
                      "urn": "urn:pulumi:dev::p::kubernetes:core/v1:ConfigMap::configmap-a",
                      "invented": [
                        "data.x"
                      ]
                    }
                  ]
                },
                {
                  "folder": "02-charts",
                  "commands": [
                    "helm upgrade --install keda keda --version 2.18.0 --namespace ns --wait --timeout 300s --values 02-charts/ns.keda.values.yaml"
                  ],
                  "files": [
                    {
                      "file": "02-charts/ns.keda.values.yaml",
                      "namespace": "ns",
                      "name": "keda",
                      "chart": "keda",
                      "version": "2.18.0",
                      "urn": "urn:pulumi:dev::p::kubernetes:helm.sh/v3:Release::keda-release",
                      "hiddenFromPreviews": true
                    }
                  ]
                }
              ],
              "customKinds": [],
              "reliesOn": [],
              "others": [
                {
                  "urn": "urn:pulumi:dev::p::aws:s3/bucket:Bucket::models",
                  "type": "aws:s3/bucket:Bucket",
                  "name": "models"
                }
              ],
              "patches": [],
              "reads": [],
              "previewOnly": []
            }

            """,
            rendering.Text("index.json"));
    }

    [Fact]
    public void Every_file_is_in_the_index_and_two_renderings_are_the_same()
    {
        PlannedResource[] resources = [Namespace("ns"), ConfigMap("a"), Release("keda"), Bucket("models")];
        var rendering = Render(resources);
        var listed = JObject.Parse(rendering.Text("index.json")).SelectTokens("steps[*].files[*].file").Select(file => (string?)file);

        Assert.Equal(rendering.Paths(), listed);
        Assert.Equal(rendering.Files.Select(file => (file.Path, file.Text)), Render(resources).Files.Select(file => (file.Path, file.Text)));
        Assert.Equal((2, 1, 3), (rendering.Objects, rendering.Releases, rendering.Steps));
    }

    [Fact]
    public void An_environment_without_a_cluster_has_nothing_to_apply() =>
        Assert.Contains("The environment has nothing in a cluster: there is nothing to apply.\n", Render(Bucket("models")).Text("README.md"), StringComparison.Ordinal);

    [Theory]
    [InlineData("metadata", "metadata")]
    [InlineData("metadata.name", "name")]
    [InlineData("metadata.namespace", "namespace")]
    [InlineData("kind", "kind")]
    public void Nothing_can_stand_in_for_a_secret_that_an_object_is_found_by(string path, string key)
    {
        var pod = Cluster.Object("v1", "Pod", "p", "ns");
        var metadata = ((PlanValue.Object)pod.Inputs["metadata"]).Properties;
        ValueMap WithSecret(ValueMap map) => Map([.. map.Select(p => (p.Key, p.Key == key ? PlanValue.Secret.Instance : p.Value))]);
        var inputs = path.Contains('.') ? Map([.. pod.Inputs.Select(p => (p.Key, p.Key == "metadata" ? new PlanValue.Object(WithSecret(metadata)) : p.Value))]) : WithSecret(pod.Inputs);

        Assert.Equal(
            [$"urn:pulumi:dev::p::kubernetes:core/v1:Pod::pod-p: {path}: secret, and there is no manifest without it; mark only those values as secret that are"],
            Render(pod with { Inputs = inputs }).Problems.AsEnumerable());
    }

    [Fact]
    public void Nothing_can_stand_in_for_all_values_of_a_chart() => Assert.Equal(
        ["urn:pulumi:dev::p::kubernetes:helm.sh/v3:Release::keda-release: values: secret, and there is no manifest without it; mark only those values as secret that are"],
        Render(Release("keda", ("values", PlanValue.Secret.Instance))).Problems.AsEnumerable());

    [Fact]
    public void What_stands_in_the_way_is_told_all_at_once_and_nothing_is_rendered()
    {
        var unnamed = Cluster.Object("v1", "Pod", "p") with { Inputs = Map(("apiVersion", SamplePlan.Text("v1")), ("kind", SamplePlan.Text("Pod")), ("metadata", SamplePlan.Object(("generateName", SamplePlan.Text("p-"))))) };
        var rendering = Render(
            ConfigMap("a", ("x", PlanValue.Unknown.Instance)),
            unnamed,
            Release("keda") with { Inputs = Map(("chart", SamplePlan.Text("keda"))) },
            Cluster.Object("one", "apps/v1", "Deployment", "d", "ns", []),
            Cluster.Object("two", "apps/v1", "Deployment", "d", "ns", []));

        Assert.Equal(
            [
                "urn:pulumi:dev::p::kubernetes:core/v1:ConfigMap::configmap-a: data.x: unknown even to an update; give it a value that does not depend on being a preview",
                "urn:pulumi:dev::p::kubernetes:core/v1:Pod::pod-p: metadata.generateName: kubectl apply needs metadata.name",
                "urn:pulumi:dev::p::kubernetes:helm.sh/v3:Release::keda-release: name: missing",
                "urn:pulumi:dev::p::kubernetes:apps/v1:Deployment::two: is the Deployment.apps 'ns/d', which urn:pulumi:dev::p::kubernetes:apps/v1:Deployment::one is already",
            ],
            rendering.Problems.AsEnumerable());
        Assert.Empty(rendering.Files);
    }
}
