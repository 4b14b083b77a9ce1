using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Gates;
using Infra.Automation.Tests.Harness;
using Infra.Capture;
using Infra.Core.Prices;
using Infra.Planning.Costs;
using Infra.Planning.Model;
using Infra.Planning.Policies;
using Infra.Planning.Reviewing;
using Infra.TestKit;
using Moq;

namespace Infra.Automation.Tests.Gates;

/// <summary>What the gate stops: by the real engine's verdicts, and by those of our own engines.</summary>
public sealed class GateTests
{
    private const string Bucket = "urn:pulumi:dev::p::aws:s3/bucket:Bucket::models";

    private static readonly ListPrice _price = PriceList.Default.All.First(price => price.Unit == PriceUnit.Month) with { Usd = 1 };

    private static readonly GateOptions _options = new(new PolicyOptions(new DateOnly(2026, 11, 22)));

    [SkippableFact]
    public void A_namespace_that_the_engine_replaces_takes_everything_along()
    {
        var preview = Read(SharedFacts.ReadText("pulumi-cli/preview-update-replace.json"));
        var before = Read(SharedFacts.ReadText("pulumi-cli/export-deployed.json")).Plan;

        Assert.Equal(
            [
                new GateFinding(
                    "data",
                    "urn:pulumi:dev::gpu-inference::kubernetes:core/v1:Namespace::tenant",
                    "kubernetes:core/v1:Namespace 'tenant' would be replaced, because of metadata.name, and with it everything in it (claims of volumes, too)",
                    "Keep it as it is; or save the data and allow the loss of 'tenant'."),
            ],
            Data(preview, before, _options));
    }

    [Theory]
    [InlineData("delete", "", "", true)]
    [InlineData("replace", "", "", true)]
    [InlineData("create-replacement", "", "", true)]
    [InlineData("delete-replaced", "", "", true)]
    [InlineData("update", "", "", false)]
    [InlineData("same", "", "", false)]
    [InlineData("delete", """, "retainOnDelete": true""", "", false)]
    [InlineData("delete", """, "protect": true""", "", true)]
    [InlineData("delete", "", "models", false)]
    [InlineData("delete", "", Bucket, false)]
    [InlineData("delete", "", "other", true)]
    public void A_bucket(string operation, string state, string allowed, bool stops)
    {
        var preview = Read($$"""{"steps": [{"op": "{{operation}}", "urn": "{{Bucket}}", "oldState": {{State(state)}}, "newState": {{State(state)}}}], "changeSummary": {} }""");
        var before = Read($$"""{"version": 3, "deployment": {"resources": [{{State(state)}}] } }""").Plan;

        Assert.Equal(stops ? 1 : 0, Data(preview, before, _options with { AllowedLosses = [allowed] }).Count());
    }

    [Theory]
    [InlineData("other", 1)]
    [InlineData("weights", 0)]
    public void A_bucket_that_is_renamed_and_replaced_at_once_is_known_by_the_name_that_it_had(string allowed, int findings)
    {
        var renamed = Bucket.Replace("::models", "::weights", StringComparison.Ordinal);
        var preview = Read($$"""{"steps": [{"op": "replace", "urn": "{{renamed}}", "oldState": {{State("")}}, "newState": {{State("").Replace(Bucket, renamed, StringComparison.Ordinal)}}}], "changeSummary": {} }""");
        var before = Read($$"""{"version": 3, "deployment": {"resources": [{{State("")}}] } }""").Plan;

        Assert.Equal(findings, Data(preview, before, _options with { AllowedLosses = [allowed] }).Count());
    }

    [Fact]
    public void What_was_never_there_holds_nothing()
    {
        var preview = Read($$"""{"steps": [{"op": "delete", "urn": "{{Bucket}}", "oldState": {{State("")}} }], "changeSummary": {} }""");

        Assert.Equal([], Data(preview, Empty().Plan, _options));
        Assert.Equal([], Gate.Judge(preview, Review(), _options).Findings);
    }

    [Fact]
    public void An_error_of_the_preview_stops_it() => Assert.Equal(
        [new GateFinding("preview", Bucket, "no", "The update would fail the same way: mend it first.")],
        Gate.Judge(Read($$"""{"steps": [], "diagnostics": [{"urn": "{{Bucket}}", "message": "no", "severity": "error"}]}"""), Review(), _options).Findings);

    [Theory]
    [InlineData(5000, 0)]
    [InlineData(4999, 1)]
    public void A_limit_of_cost(int limit, int findings)
    {
        var line = new CostLine { Id = "nodes/h100", Kind = default, What = "nodes", AtMinimum = new CostAmount(1, _price), AtMaximum = new CostAmount(5000, _price) };
        var review = Review() with { Cost = new CostReport { Stack = "dev", Lines = [line] } };

        Assert.Equal(
            Enumerable.Repeat(new GateFinding("cost", "dev", "at its maximum it costs $5000 a month by list prices; allowed are $4999", "./run cost dev says for what."), findings),
            Gate.Judge(Empty(), review, _options with { MaximumMonthlyCost = limit }).Findings);
        Assert.Empty(Gate.Judge(Empty(), review, _options).Findings);
    }

    [Theory]
    [InlineData(PolicySeverity.Error, PolicySeverity.Error, 1)]
    [InlineData(PolicySeverity.Warning, PolicySeverity.Error, 0)]
    [InlineData(PolicySeverity.Warning, PolicySeverity.Warning, 1)]
    public void A_rule(PolicySeverity severity, PolicySeverity gate, int findings)
    {
        var rule = new RuleDescription("REL900", severity, "title", "prevents", "source");
        var review = Review();
        var policy = review.Policy with { Gate = gate, Findings = [new PolicyFinding(rule, new PolicyResource("Bucket models", Urn.Parse(Bucket), null), "versioning", "it is off; switch it on", null)] };

        Assert.Equal(
            Enumerable.Repeat(
                new GateFinding("REL900", "Bucket models versioning", "it is off; switch it on", "./run explain rule REL900 says more; what is accepted for now stands in policy-suppressions.yaml."), findings),
            Gate.Judge(Empty(), review with { Policy = policy }, _options).Findings);
    }

    [Fact]
    public async Task The_preview_gate_asks_the_engine_and_judges_by_what_is_there()
    {
        var engine = Engines.New().Exports($$"""{"version": 3, "deployment": {"resources": [{{State("")}}] } }""");
        var request = new PreviewRequest { Refresh = true };
        engine.Setup(one => one.PreviewAsync("dev", request, It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ReturnsAsync($$"""{"steps": [{"op": "delete", "urn": "{{Bucket}}", "oldState": {{State("")}} }], "changeSummary": {"delete": 1} }""");
        var stages = new List<string>();

        var verdict = await new PreviewGate(_options).JudgeAsync(engine.Object, "dev", request, one => stages.Add(EventText.Of(one)), CancellationToken.None);

        Assert.False(verdict.Passes);
        Assert.Equal($"aws:s3/bucket:Bucket 'models' would be deleted, and with it every object in it", Assert.Single(verdict.Findings).Problem);
        Assert.Equal(["stage Previewing", "stage Judging"], stages);
        Assert.Equal(CaptureForm.Preview, verdict.Preview!.Form);
    }

    private static string State(string more) => $$"""{"urn": "{{Bucket}}", "custom": true, "id": "models-1", "type": "aws:s3/bucket:Bucket", "inputs": {"forceDestroy": true}{{more}} }""";

    private static IEnumerable<GateFinding> Data(CapturedPlan preview, Plan before, GateOptions options) =>
        Gate.Judge(preview, Review(), options, before).Findings.Where(finding => finding.Check == "data");

    private static PlanReview Review() => PlanReview.Of(Empty().Plan, _options.Policies);

    private static CapturedPlan Empty() => Read("""{"version": 3, "deployment": {}}""");

    private static CapturedPlan Read(string json) => CapturedPlan.Read(new StringReader(json));
}
