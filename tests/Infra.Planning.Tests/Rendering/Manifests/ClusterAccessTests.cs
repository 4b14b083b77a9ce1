using Infra.Planning.Model;
using Infra.Planning.Rendering.Manifests;
using static Infra.Planning.Tests.Rendering.Manifests.Cluster;

namespace Infra.Planning.Tests.Rendering.Manifests;

/// <summary>That the commands go where the program's provider goes, and that the reader is told where that is.</summary>
public sealed class ClusterAccessTests
{
    private const string Arn = "arn:aws:eks:us-west-2:210987654321:cluster/gpu";

    [Theory]
    [InlineData("~/.kube/config", "\"$HOME\"/.kube/config")]
    [InlineData("~/my clusters/a", "\"$HOME\"/'my clusters/a'")]
    [InlineData("/etc/k8s/admin.conf", "/etc/k8s/admin.conf")]
    [InlineData("/a b", "'/a b'")]
    public void The_kubeconfig_is_named_as_a_shell_reads_it(string path, string word) => Assert.Equal(
        [
            $"kubectl --kubeconfig {word} --context kind apply --server-side -f 01-objects/",
            $"helm upgrade --install keda keda --kubeconfig {word} --kube-context kind --namespace ns --wait --timeout 300s --values 02-charts/ns.keda.values.yaml",
        ],
        Render([("context", SamplePlan.Text("kind")), ("kubeconfig", SamplePlan.Text(path))], ConfigMap("a"), Release("keda")).Commands());

    [Theory]
    [InlineData("""{"apiVersion": "v1"}""")]
    [InlineData("apiVersion: v1\nkind: Config\n")]
    public void The_content_of_a_kubeconfig_is_in_no_command(string content) => Assert.Equal(
        ["kubectl apply --server-side -f 01-objects/"],
        Render([("kubeconfig", SamplePlan.Text(content))], ConfigMap("a")).Commands());

    [Fact]
    public void A_cluster_of_EKS_is_named_with_the_command_that_makes_its_context()
    {
        var rendering = Render([("clusterIdentifier", SamplePlan.Text(Arn)), ("kubeconfig", SamplePlan.Text("{}"))], ConfigMap("a"));

        Assert.Equal([$"kubectl --context {Arn} apply --server-side -f 01-objects/"], rendering.Commands());
        Assert.Equal(
            $"* `{Arn}`, a cluster of EKS. This makes the context that the commands name: `aws eks update-kubeconfig --name gpu --region us-west-2`",
            ClusterLine(rendering));
        Assert.Contains($"\"login\": \"aws eks update-kubeconfig --name gpu --region us-west-2\"", rendering.Text("index.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "* wherever kubectl points to, because the program names no context. Look first: `kubectl config current-context`")]
    [InlineData("kind", null, "* the context `kind` of your kubeconfig")]
    [InlineData("kind", "~/.kube/config", "* the context `kind` of `~/.kube/config`")]
    [InlineData(null, "/k", "* the current context of `/k`")]
    [InlineData("kind", "k", "* the context `kind` of `k`; Pulumi takes that path from the folder of `Pulumi.yaml`, kubectl and Helm from this one")]
    public void The_cluster_is_told_before_the_commands(string? context, string? kubeconfig, string line)
    {
        (string, PlanValue)[] provider = [.. Input("context", context), .. Input("kubeconfig", kubeconfig)];

        Assert.Equal(line, ClusterLine(Render(provider, ConfigMap("a"))));
    }

    private static ManifestRendering Render((string Key, PlanValue Value)[] provider, params PlannedResource[] resources)
    {
        var plan = PlanOf(provider, resources);
        return ManifestRendering.Of(plan, plan);
    }

    private static (string, PlanValue)[] Input(string key, string? value) => value is null ? [] : [(key, SamplePlan.Text(value))];

    private static string ClusterLine(ManifestRendering rendering) =>
        rendering.Text("README.md").Split('\n').SkipWhile(line => line != "### Cluster").TakeWhile(line => line != "## Apply").First(line => line.StartsWith('*'));
}
