using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary><c>drain</c>: what it says of a plan, and by which code a pipeline can tell.</summary>
public sealed class DrainCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_holds_is_said_with_what_cant_be_promised()
    {
        _cli.Input = PlanOf("""{"maxUnavailable": 1, "selector": {"matchLabels": {"app": "a"}}}""");

        var result = await _cli.RunAsync("drain", "--from", "-");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            x: 1 workload on 0 pools

            Any one node of any pool can go without breaking a disruption budget or a quota.

            What can't be promised:
              Deployment a: nothing that we know of keeps its 2 pods apart; constraints of topology would

            """,
            result.Output);
    }

    [Fact]
    public async Task What_is_broken_comes_first_and_is_a_finding()
    {
        _cli.Input = PlanOf("""{"minAvailable": 2, "selector": {"matchLabels": {"app": "a"}}}""");

        var result = await _cli.RunAsync("drain", "--from", "-");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            x: 1 workload on 0 pools

            A node can't go without harm:
              Deployment a: PodDisruptionBudget b says minAvailable 2 of 2 pods, which lets none go: no node with one can be drained; leave room for at least one

            What can't be promised:
              Deployment a: nothing that we know of keeps its 2 pods apart; constraints of topology would

            """,
            result.Output);
    }

    [Fact]
    public async Task As_a_document_it_says_the_same()
    {
        _cli.Input = PlanOf("""{"minAvailable": 2, "selector": {"matchLabels": {"app": "a"}}}""");

        var result = await _cli.RunAsync("drain", "--from", "-", "--json");

        Assert.Equal(1, result.ExitCode);
        var document = JObject.Parse(result.Output);
        Assert.Equal(("x", 0, 2), ((string?)document["environment"], (int)document["pools"]!, (int)document["pods"]!));
        Assert.Equal(
            ["Blocked True Deployment a", "Unguarded False Deployment a"],
            document["findings"]!.Select(finding => $"{finding["fault"]} {finding["broken"]} {finding["subject"]}"));
    }

    private static string PlanOf(string budget) => $$"""
        {"schemaVersion": 1, "project": "p", "stack": "x", "resources": [
          {"urn": "urn:pulumi:x::p::pulumi:pulumi:Stack::p-x", "type": "pulumi:pulumi:Stack", "name": "p-x", "inputs": {}, "dependencies": [], "options": {}},
          {{Resource("apps/v1", "Deployment", "a", """{"replicas": 2, "template": {"metadata": {"labels": {"app": "a"}}, "spec": {"containers": [{"name": "c"}]}}}""")}},
          {{Resource("policy/v1", "PodDisruptionBudget", "b", budget)}}]}
        """;

    private static string Resource(string group, string kind, string name, string spec) => $$"""
        {"urn": "urn:pulumi:x::p::kubernetes:{{group}}:{{kind}}::{{name}}", "type": "kubernetes:{{group}}:{{kind}}", "name": "{{name}}", "parent": "urn:pulumi:x::p::pulumi:pulumi:Stack::p-x",
         "inputs": {"apiVersion": "{{group}}", "kind": "{{kind}}", "metadata": {"name": "{{name}}", "namespace": "n"}, "spec": {{spec}} }, "dependencies": [], "options": {} }
        """;
}
