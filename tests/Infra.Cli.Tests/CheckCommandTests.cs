using Infra.Planning.Policies;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary><c>check</c>: a plan or manifests, the gate, the day, and what is no manifest.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Node = "apiVersion: v1\nkind: Node\nmetadata: {name: gpu-1}\n";
    private const string Lone = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x}\nspec: {hostNetwork: false}\n";

    private readonly CommandLineFixture _cli = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _cli.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_plan_without_findings_passes()
    {
        var result = await _cli.RunAsync("check", "dev", "--on", "2026-11-22");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"\Adev: \d+ rules over 1 resource\n\npolicy: no findings \(\d+ rules\)\n\z", result.Output);
    }

    [Fact]
    public async Task A_finding_says_file_line_object_and_what_to_do()
    {
        _folder.Write("gpu/node.yaml", $"# by hand\n{Node}");

        var result = await _cli.RunAsync("check", "--manifests", _folder.Path);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains(
            "error: K8S007 No Node is written by hand\n  gpu/node.yaml:2: Node gpu-1: a Node registers itself; set labels and taints on the node group or node pool\n    docs/rules/K8S007.md\n",
            result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("info", 1)]
    public async Task The_gate_decides_the_exit_code(string severity, int exitCode)
    {
        _folder.Write("pod.yaml", Lone);

        Assert.Equal(exitCode, (await _cli.RunAsync("check", "--manifests", _folder.Path, "--severity", severity)).ExitCode);
    }

    [Fact]
    public async Task What_the_folder_accepts_passes_until_its_day()
    {
        _folder.Write("node.yaml", Node);
        _folder.Write("policy-suppressions.yaml", "- {rule: K8S007, resource: Node gpu-*, reason: the lab has no cloud, until: 2026-12-31}\n");

        var accepted = await _cli.RunAsync("check", "--manifests", _folder.Path, "--on", "2026-12-31");
        var expired = await _cli.RunAsync("check", "--manifests", _folder.Path, "--on", "2027-01-01");

        Assert.Equal((0, 1), (accepted.ExitCode, expired.ExitCode));
        Assert.Contains("\nAccepted for now:\n  K8S007 node.yaml:1: Node gpu-1: the lab has no cloud (until 2026-12-31; policy-suppressions.yaml, suppressions[0])\n", accepted.Output, StringComparison.Ordinal);
        Assert.Contains("POL002", expired.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_there_is_nothing_else()
    {
        _folder.Write("node.yaml", Node);

        var result = await _cli.RunAsync("check", "--manifests", _folder.Path, "--json", "--on", "2026-11-22");

        var report = JObject.Parse(result.Output);
        Assert.Equal((1, "error", "2026-11-22", false), ((int)report["schemaVersion"]!, (string)report["gate"]!, (string)report["on"]!, (bool)report["passes"]!));
        Assert.Equal("node.yaml:1", (string?)report.SelectToken("findings[0].location"));
    }

    [Fact]
    public async Task As_SARIF_the_place_is_file_and_line()
    {
        _folder.Write("node.yaml", Node);

        var sarif = JObject.Parse((await _cli.RunAsync("check", "--manifests", _folder.Path, "--sarif")).Output);

        Assert.Equal(("node.yaml", 1), ((string)sarif.SelectToken("runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri")!, (int)sarif.SelectToken("runs[0].results[0].locations[0].physicalLocation.region.startLine")!));
    }

    [Theory]
    [InlineData("a.yaml", "kind: Pod\n", "1 problem in FOLDER:\n  a.yaml:1: apiVersion is missing; an object has both")]
    [InlineData("Chart.yaml", "apiVersion: v2\n", "--manifests: Chart.yaml makes this a Helm chart, whose templates are no manifests yet\n  Render it first: helm template RELEASE CHART --output-dir DIR")]
    [InlineData("kustomization.yaml", "resources: []\n", "--manifests: kustomization.yaml makes this a Kustomize folder, whose patches are no manifests\n  Build it first: kubectl kustomize FOLDER > DIR/all.yaml")]
    [InlineData("notes.txt", "x", "--manifests: there are no manifests in 'FOLDER'; they end in .yaml, .yml, .json")]
    public async Task What_is_no_manifest_is_said(string file, string text, string message)
    {
        _folder.Write(file, text);

        var result = await _cli.RunAsync("check", "--manifests", _folder.Path);

        Assert.Equal((2, "", $"error: {message}\n"), (result.ExitCode, result.Output, result.Error.Replace(_folder.Path, "FOLDER", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--severity is wrong", "there is no severity 'eror'; did you mean 'error'? there are: error, info, warning", "check", "dev", "--severity", "eror")]
    [InlineData("--on is wrong", "--on is 'today'; allowed: a day as YYYY-MM-DD, such as 2027-03-01", "check", "dev", "--on", "today")]
    [InlineData("two sources", "--manifests reads manifests and no plan; leave out the environment, or --manifests", "check", "dev", "--manifests", ".")]
    [InlineData("two forms", "--json and --sarif are two forms of the same; leave one out", "check", "dev", "--json", "--sarif")]
    [InlineData("no rule", "there is no rule 'GPU01'; did you mean 'GPU001'? there are: ", "explain", "rule", "GPU01")]
    public async Task A_wrong_command_line_is_said(string name, string message, params string[] arguments)
    {
        var result = await _cli.RunAsync(arguments);

        Assert.Equal((name, 2, ""), (name, result.ExitCode, result.Output));
        Assert.StartsWith($"error: {message}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_explained_and_all_are_listed()
    {
        var one = await _cli.RunAsync("explain", "rule", "GPU014");
        var all = await _cli.RunAsync("explain", "rule");

        Assert.StartsWith("GPU014: A rolling update of GPU pods needs no GPU beyond the pool (warning)\n", one.Output, StringComparison.Ordinal);
        Assert.Contains("\nGPU014   warning   A rolling update of GPU pods needs no GPU beyond the pool\n", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_a_document_too()
    {
        var one = JObject.Parse((await _cli.RunAsync("explain", "rule", "GPU014", "--json")).Output);
        var all = JObject.Parse((await _cli.RunAsync("explain", "rule", "--json")).Output);

        Assert.Equal(
            ("GPU014", "warning", "A rolling update of GPU pods needs no GPU beyond the pool", "docs/rules/GPU014.md"),
            ((string?)one["rules"]!.Single()["id"], (string?)one["rules"]![0]!["severity"], (string?)one["rules"]![0]!["title"], (string?)one["rules"]![0]!["page"]));
        Assert.Equal(PolicyRules.All.Select(rule => rule.About.Id), all["rules"]!.Select(rule => (string?)rule["id"]));
    }
}
