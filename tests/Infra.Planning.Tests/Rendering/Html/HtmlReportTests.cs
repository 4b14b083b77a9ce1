using System.Collections.Immutable;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Rendering.Html;
using Infra.Planning.Rendering.Html.Topology;
using Infra.Planning.Reviewing;
using Infra.Planning.Tests.Reviewing;
using Infra.TestKit;

namespace Infra.Planning.Tests.Rendering.Html;

public sealed class HtmlReportTests
{
    // The style sheet and the script have files of their own to be read in.
    [Fact]
    public void The_page_of_a_review()
    {
        var page = Page(SampleReview.Create());
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("<script>", StringComparison.Ordinal)];

        Golden.Match(body, "report.sample.html");
        Assert.Contains("DATA LOSS", body, StringComparison.OrdinalIgnoreCase);
        Assert.True(body.IndexOf("id=\"changes\"", StringComparison.Ordinal) < body.IndexOf("id=\"topology\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_has_its_hash_may_run_or_be_loaded()
    {
        var page = Page(SampleReview.Create());

        Assert.Contains(
            $"content=\"default-src &#39;none&#39;; style-src {Escaped(ReportAsset.Style.Hash)}; script-src {Escaped(ReportAsset.Script.Hash)}; base-uri &#39;none&#39;; form-action &#39;none&#39;\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_base_nothing_is_said_of_changes()
    {
        var page = Page(SampleReview.Create() with { Comparison = null });

        Assert.DoesNotContain("id=\"changes\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("compared with", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_review_gives_the_same_bytes() => Assert.Equal(Page(SampleReview.Create()), Page(SampleReview.Create()));

    // Ten thousand models would be a page that no browser opens: the first stand for the rest, and the rest is counted.
    [Fact]
    public void Of_ten_thousand_models_the_page_stays_one_that_opens()
    {
        var page = Page(Large(models: 10_000));

        Assert.InRange(page.Length, 100_000, 3_000_000);
        // The stack, its provider, the bucket's component with two resources; of services and of deployments so many.
        Assert.Equal(5 + (2 * ResourceRows.MostAlike), page.Split("<li data-row>").Length - 1);
        Assert.Contains("and 9,800 more of gpu-inference:index:InferenceService, with 9,800 below", page, StringComparison.Ordinal);
        Assert.Contains($"and {5_000 - PoolPicture.MostNodes} more nodes, with {4 * (5_000 - PoolPicture.MostNodes):N0} of {4 * (5_000 - PoolPicture.MostNodes):N0} slots taken", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "A", "c0")]
    [InlineData(9, "J", "c9")]
    [InlineData(10, "K", "c0")]
    [InlineData(25, "Z", "c5")]
    [InlineData(26, "AA", "c6")]
    [InlineData(701, "ZZ", "c1")]
    [InlineData(702, "AAA", "c2")]
    public void Every_model_has_a_letter_of_its_own(int index, string letter, string colour)
    {
        var keys = new ModelKeys();
        for (var i = 0; i <= index; i++)
        {
            keys.LetterOf($"model {i}");
        }

        Assert.Equal((letter, colour), (keys.LetterOf($"model {index}"), keys.ColourOf($"model {index}")));
    }

    private static PlanReview Large(int models)
    {
        var review = SampleReview.Create();
        var service = Urn.Parse("urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService::classifier");
        var resources = review.Plan.Resources.ToList();
        for (var i = 0; i < models - 1; i++)
        {
            var urn = Urn.Parse($"{service}-{i}");
            resources.Add(new PlannedResource { Urn = urn, Parent = SamplePlan.Stack });
            resources.Add(new PlannedResource { Urn = Urn.Parse($"{SampleReview.Deployment}-{i}"), Parent = urn, Provider = SamplePlan.Provider, Inputs = SamplePlan.Map(("kind", SamplePlan.Text("Deployment"))) });
        }

        ImmutableArray<PlacedNode> nodes = [.. Enumerable.Range(1, models / 2).Select(static number => SampleReview.Node("t4", number, [.. Enumerable.Repeat(SampleReview.Classifier, 4)], gpus: 4))];
        return review with
        {
            Plan = review.Plan with { Resources = [.. resources] },
            Placement = review.Placement with { Maximum = SampleReview.State("maximum", nodes, []) },
            Comparison = null,
        };
    }

    private static string Escaped(string text) => text.Replace("'", "&#39;", StringComparison.Ordinal);

    private static string Page(PlanReview review)
    {
        using var text = new StringWriter { NewLine = "\n" };
        HtmlReport.Write(review, text);
        return text.ToString();
    }
}
