using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Capture.Tests;

/// <summary>What a preview tells of the refresh before it: its refreshing steps have only what was recorded, the program's steps begin with what was found.</summary>
public sealed class RefreshTests
{
    private const string Queue = "aws:sqs/queue:Queue";

    [SkippableFact]
    public void Who_scales_by_hand_what_is_ignored_changes_nothing()
    {
        var captured = Captured("preview-after-drift.json");

        Assert.Equal(9, captured.Steps.Count(step => step.Operation == "refresh"));
        Assert.Equal((0, 9, 9), (captured.Omitted, captured.Refresh!.Recorded.Resources.Count, captured.Refresh.Found!.Resources.Count));
        Assert.True(PlanDiff.Between(captured.Refresh.Recorded, captured.Refresh.Found).IsEmpty);
    }

    [SkippableFact]
    public void A_refresh_alone_tells_numbers_but_not_what_it_found()
    {
        var refresh = Captured("refresh-preview.json").Refresh!;

        Assert.Equal((9, null, 0, 0), (refresh.Recorded.Resources.Count, refresh.Found, refresh.Changed, refresh.Gone));
    }

    [SkippableFact]
    public void Without_a_refresh_nothing_is_known_of_it() => Assert.Null(Captured("preview-update-replace.json").Refresh);

    [Fact]
    public void A_refresh_alone_that_finds_something_has_it_in_its_summary()
    {
        var refresh = Read([Step("refresh", 1, 1), ("""{"update": 1, "delete": 2, "same": 4}""")]).Refresh!;

        Assert.Equal((null, 1, 2), (refresh.Found, refresh.Changed, refresh.Gone));
    }

    [Fact]
    public void What_the_program_finds_is_what_its_step_begins_with()
    {
        var captured = Read([Step("refresh", 1, 1), Step("update", 5, 1), """{"update": 1}"""]);

        Assert.Equal((1d, 5d, 1d), (Delay(captured.Refresh!.Recorded), Delay(captured.Refresh.Found!), Delay(captured.Plan)));
    }

    [Fact]
    public void What_is_made_again_was_gone()
    {
        var captured = Read([Step("refresh", 1, 1), Step("create", null, 1), """{"create": 1}"""]);

        Assert.Equal((1, 0, 1), (captured.Refresh!.Recorded.Resources.Count, captured.Refresh.Found!.Resources.Count, captured.Plan.Resources.Count));
    }

    [Fact]
    public void What_nobody_asks_for_and_nobody_finds_is_gone_from_the_plan_too()
    {
        var captured = Read([Step("refresh", 1, 1), Step("refresh", 1, 1, "y"), Step("same", 1, 1, "y"), """{"same": 1}"""]);

        Assert.Equal(["y"], captured.Refresh!.Found!.Resources.Select(resource => resource.Name));
        Assert.Equal(["y"], captured.Plan.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public void What_stays_as_it_is_and_is_not_shown_was_found()
    {
        var captured = Read([Step("refresh", 1, 1), Step("refresh", 1, 1, "y"), Step("update", 3, 1, "y"), """{"same": 1, "update": 1}"""]);

        Assert.Equal((0, 2), (captured.Omitted, captured.Refresh!.Found!.Resources.Count));
    }

    // One of two stays, the other is gone: which one, only --show-sames tells.
    [Fact]
    public void Where_nobody_can_tell_it_is_said()
    {
        var captured = Read([Step("refresh", 1, 1), Step("refresh", 1, 1, "y"), Step("refresh", 1, 1, "z"), Step("update", 3, 1, "z"), """{"same": 1, "update": 1}"""]);

        Assert.Equal((1, null), (captured.Omitted, captured.Refresh!.Found));
    }

    private static CapturedPlan Captured(string file) => Documents.Read(SharedFacts.ReadText($"pulumi-cli/{file}"));

    /// <summary>A preview of these steps; the last text is its summary.</summary>
    private static CapturedPlan Read(string[] parts) => Documents.Read($$"""{"steps": [{{string.Join(", ", parts[..^1])}}], "changeSummary": {{parts[^1]}} }""");

    private static string Step(string operation, int? found, int asked, string name = "x")
    {
        string State(int delay) => Documents.Resource(Queue, $$""", "inputs": {"delaySeconds": {{delay}} }""").Replace("::x\"", $"::{name}\"", StringComparison.Ordinal);
        return $$"""{"op": "{{operation}}", "urn": "urn:pulumi:dev::p::{{Queue}}::{{name}}", {{(found is { } old ? $"\"oldState\": {State(old)}, " : "")}}"newState": {{State(asked)}} }""";
    }

    private static double Delay(Plan plan) => ((PlanValue.Number)Assert.Single(plan.Resources).Inputs["delaySeconds"]).Value;
}
