using Infra.Planning.Model;
using Infra.Planning.Rendering.Html;
using Infra.Planning.Tests;
using Infra.Planning.Tests.Reviewing;
using Infra.TestKit;

namespace Infra.Browser.Tests;

/// <summary>A plan may come from a stranger's pull request: its names and values are text wherever they stand.</summary>
[Collection(nameof(BrowserTests))]
public sealed class HostilePageTests(Chromium chromium)
{
    private const string Attack = "\"'><img src=x onerror=alert(1)><script>alert(2)</script><!--</style></pre></details>";

    [SkippableFact]
    public async Task What_a_plan_says_runs_nothing_and_loads_nothing()
    {
        using var folder = new TemporaryFolder();
        using var text = new StringWriter();
        HtmlReport.Write(Hostile(), text);
        var path = folder.Write("hostile.html", text.ToString());
        await using var opened = await OpenPage.AtAsync(chromium.Browser, path);

        Assert.Equal([new Uri(path).AbsoluteUri], opened.Requests);
        Assert.Empty(opened.Complaints);
        Assert.Equal((1, 0), (await opened.Page.Locator("script").CountAsync(), await opened.Page.Locator("img").CountAsync()));
        Assert.Equal(1, await opened.Page.Locator($"#tree .name:text-is({Quoted($"a{Attack}")})").CountAsync());
        Assert.Equal(1, await opened.Page.Locator("#tree pre").Filter(new() { HasText = "onerror=alert(1)" }).CountAsync());
    }

    // Should a name ever get out of its quotes, this is what is left to it.
    [SkippableFact]
    public async Task What_gets_into_the_page_all_the_same_is_forbidden_by_its_policy()
    {
        using var folder = new TemporaryFolder();
        using var text = new StringWriter();
        HtmlReport.Write(SampleReview.Create(), text);
        var path = folder.Write("injected.html", text.ToString().Replace("<main", "<img src=\"http://example.invalid/x.png\" onerror=\"alert(1)\"><script>document.title = 'taken'</script><main", StringComparison.Ordinal));
        await using var opened = await OpenPage.AtAsync(chromium.Browser, path);

        Assert.Equal("dev · gpu-inference", await opened.Page.TitleAsync());
        Assert.DoesNotContain(opened.Complaints, static complaint => complaint.StartsWith("dialog", StringComparison.Ordinal));
        Assert.Contains(opened.Complaints, static complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static Planning.Reviewing.PlanReview Hostile()
    {
        var review = SampleReview.Create();
        var urn = Urn.Parse($"urn:pulumi:dev::gpu-inference::kubernetes:core/v1:ConfigMap::a{Attack}");
        return review with
        {
            Plan = review.Plan with
            {
                Resources = [.. review.Plan.Resources, new PlannedResource { Urn = urn, Parent = SamplePlan.Stack, Provider = SamplePlan.Provider, Inputs = SamplePlan.Map((Attack, SamplePlan.Text(Attack))) }],
            },
            Comparison = review.Comparison! with { Base = Attack },
            Placement = review.Placement with { Maximum = SampleReview.State("maximum", [], [SampleReview.Unplaced(SampleReview.Giant with { Name = Attack })]) },
        };
    }

    private static string Quoted(string text) => Newtonsoft.Json.JsonConvert.ToString(text);
}
