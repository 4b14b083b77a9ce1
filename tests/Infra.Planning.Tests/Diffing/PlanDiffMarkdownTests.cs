using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Model;
using Infra.TestKit;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Diffing;

public class PlanDiffMarkdownTests
{
    private const string Bad = "@everyone <img src=x> [a](http://b) ``` ~~~ </details> `` https://evil.example | \u202e #1 \n```\n@here";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Queue = "aws:sqs/queue:Queue";

    [Fact]
    public void A_pull_request_reads_so()
    {
        var before = Plans.Of(
            Plans.Of(Bucket, "models", ("bucket", Text("a")), ("forceDestroy", new PlanValue.Bool(true))), Plans.Box("chat", ("max", Number(1))), Plans.Of(Queue, "jobs", ("delaySeconds", Number(1))), Plans.Of(Queue, "old"));
        var after = Plans.Of(
            Plans.Of(Bucket, "models", ("bucket", Text("b")), ("forceDestroy", new PlanValue.Bool(true))), Plans.Box("chat", ("max", Number(2))), Plans.Of(Queue, "jobs", ("delaySeconds", Number(2))), Plans.Of("aws:iam/policy:Policy", "read"));

        Golden.Match(PlanDiffMarkdown.Render(PlanDiff.Between(before, after)), "diff-pull-request.md");
    }

    [Fact]
    public void Nothing_of_a_plan_leaves_its_fence()
    {
        var before = Plans.Of(Plans.Of(Bucket, Bad, (Bad, Text(Bad))), Plans.Of(Bucket, "b" + Bad));
        var after = Plans.Of(Plans.Of(Bucket, Bad, (Bad, Text("a\n" + Bad + "\n````\n"))), Plans.Of(Queue, Bad, (Bad, Text(Bad))));
        var text = PlanDiffMarkdown.Render(PlanDiff.Between(before, after), full: true);
        var outside = Outside(text);

        Assert.Contains("@everyone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", text, StringComparison.Ordinal);
        foreach (var part in new[] { "@", "<img", "http", "](", "#1" })
        {
            Assert.DoesNotContain(part, outside, StringComparison.Ordinal);
        }
        Assert.Equal(Count(outside, "<details>"), Count(outside, "</details>"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(600)]
    [InlineData(3_000)]
    public void However_much_changes_it_fits_into_a_comment(int many)
    {
        var before = Plans.Of([.. Enumerable.Range(0, many).SelectMany(i => Pair(i, "a"))]);
        var after = Plans.Of([.. Enumerable.Range(0, many).SelectMany(i => Pair(i, "b")), .. Enumerable.Range(0, many).Select(i => Plans.Of("aws:iam/policy:Policy", $"new-{i}"))]);
        var diff = PlanDiff.Between(before, after);
        var text = PlanDiffMarkdown.Render(diff);

        Assert.Equal((many, many, many), (diff.Count(ChangeKind.Replace), diff.Count(ChangeKind.Update), diff.Count(ChangeKind.Create)));
        Assert.InRange(text.Length, 1, PlanDiffMarkdown.CommentLimit);
        Assert.Contains($"Replace ({many})", text, StringComparison.Ordinal);
        Assert.Contains("because name: can't change in place", text, StringComparison.Ordinal);
        Assert.Equal(many > 10, text.Contains("`./run diff` shows all of it", StringComparison.Ordinal));
        Assert.Equal(0, Count(text, "\n```") % 2);
    }

    [Fact]
    public void Losses_are_told_when_nothing_else_fits()
    {
        var before = Plans.Of([.. Enumerable.Range(0, 500).Select(i => Plans.Of(Queue, $"queue-{i}"))]);
        var text = PlanDiffMarkdown.Render(PlanDiff.Between(before, Plans.Of()), limit: 4_000);

        Assert.InRange(text.Length, 3_000, 4_000);
        Assert.Contains("**Data may be lost** with 500 of these resources.", text, StringComparison.Ordinal);
        Assert.Contains("- aws:sqs:Queue queue-499 is deleted: every message in it is lost; nothing keeps it\n", text, StringComparison.Ordinal);
        Assert.EndsWith("```\n\nThere is more than a comment can hold; `./run diff` shows all of it.\n", text, StringComparison.Ordinal);
    }

    private static IEnumerable<PlannedResource> Pair(int i, string value) =>
        [Plans.Of("aws:kms/alias:Alias", $"alias-{i}", ("name", Text($"{value}-{i}"))), Plans.Of(Queue, $"queue-{i}", ("tags", Object(("owner", Text($"{value}-{i}")))))];

    private static string Outside(string markdown)
    {
        var outside = new List<string>();
        string? fence = null;
        foreach (var line in markdown.Split('\n'))
        {
            var ticks = line[..(line.Length - line.TrimStart('`').Length)];
            if (fence is null && ticks.Length >= 3)
            {
                fence = ticks;
            }
            else if (fence is not null && line == fence)
            {
                fence = null;
            }
            else if (fence is null)
            {
                outside.Add(line);
            }
        }
        Assert.Null(fence);
        return string.Join('\n', outside);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
