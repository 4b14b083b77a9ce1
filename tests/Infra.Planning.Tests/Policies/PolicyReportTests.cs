using Infra.Planning.Policies;
using Infra.Planning.Policies.Rendering;
using Infra.Planning.Rendering;
using Infra.TestKit;

namespace Infra.Planning.Tests.Policies;

/// <summary>A report says the same in all its forms, worst first, and its gate decides.</summary>
public sealed class PolicyReportTests
{
    private const string Manifest = """
        apiVersion: v1
        kind: Pod
        metadata: {name: "a|b@c", namespace: serving}
        spec:
          containers: [{name: shell, image: "example.com/shell:latest", resources: {limits: {cpu: 1, memory: 1Gi}}, securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}}]
        """;

    [Fact]
    public void As_text() => Golden.Match(PlainText.Of(PolicyText.Render(Report())), "policy-report.txt");

    [Fact]
    public void As_a_document() => Golden.Match(PolicyJson.Of(Report()).ToString() + "\n", "policy-report.json");

    [Fact]
    public void As_SARIF() => Golden.Match(PolicySarif.Of(Report()).ToString() + "\n", "policy-report.sarif.json");

    [Fact]
    public void As_Markdown_nothing_of_a_name_is_left_to_Markdown() => Golden.Match(PolicyMarkdown.Render(Report()), "policy-report.md");

    [Theory]
    [InlineData(PolicySeverity.Error, false)]
    [InlineData(PolicySeverity.Warning, false)]
    public void An_error_fails_at_every_gate(PolicySeverity gate, bool passes) => Assert.Equal(passes, Example.Report(Manifest, new PolicyOptions(Example.Day) { Gate = gate }).Passes);

    [Fact]
    public void A_warning_fails_only_at_its_own_gate()
    {
        var text = Manifest.Replace(":latest", ":1.0", StringComparison.Ordinal);

        Assert.True(Example.Report(text).Passes);
        Assert.False(Example.Report(text, new PolicyOptions(Example.Day) { Gate = PolicySeverity.Warning }).Passes);
    }

    [Fact]
    public void The_summary_counts_what_is_open_suppressed_and_not_known() =>
        Assert.Equal($"policy: 1 error, 2 warnings ({PolicyRules.All.Length} rules)", Report().Summary);

    private static PolicyReport Report() => Example.Report(Manifest);
}
