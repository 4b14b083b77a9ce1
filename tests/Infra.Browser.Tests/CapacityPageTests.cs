using Infra.TestKit;

namespace Infra.Browser.Tests;

/// <summary>The page of a simulation in a real browser, with the charts of all of prod's models.</summary>
[Collection(nameof(BrowserTests))]
public sealed class CapacityPageTests(Chromium chromium, ReportPages pages)
{
    [SkippableFact]
    public async Task There_is_no_script_and_nothing_is_fetched()
    {
        var path = await pages.OfAsync(ReportPages.Capacity);
        await using var opened = await OpenPage.AtAsync(chromium.Browser, path);

        Assert.Equal([new Uri(path).AbsoluteUri], opened.Requests);
        Assert.Empty(opened.Complaints);
        Assert.Equal(0, await opened.Page.Locator("script").CountAsync());
    }

    [SkippableFact]
    public async Task Each_model_and_each_pool_has_its_charts()
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(ReportPages.Capacity), scripts: false);

        Assert.Equal(["Time to the answer", "Requests per 2.5 s", "Replicas", "Accelerators that it holds: share of their time"], await opened.Page.Locator("h3:text-is('image-classifier') + .columns figcaption").AllTextContentsAsync());
        Assert.Equal(
            ["Time to the answer", "Time to the first token", "Requests per 2.5 s", "Replicas", "Accelerators that it holds: share of their time"],
            await opened.Page.Locator("h3:text-is('deepseek-r1-distill-70b') + .columns figcaption").AllTextContentsAsync());
        Assert.Equal(["p50", "p95", "p99"], await opened.Page.Locator("h3:text-is('image-classifier') + .columns figure >> nth=0 >> .key span").AllTextContentsAsync());
        // Nobody pays for an H100.
        Assert.Equal("none: no accelerator was paid for", await opened.Page.Locator("h3:text-is('Pool h100') + .columns p >> nth=-1").TextContentAsync());
    }

    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task No_words_of_a_chart_lie_on_each_other_or_beside_it(int width)
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(ReportPages.Capacity), width);

        Findings.None(await opened.Page.EvaluateAsync<string[]>(Script.Charts));
        Assert.InRange(await opened.Page.Locator(".chart > svg").CountAsync(), 30, 60);
    }

    // The axes' words are the smallest text of all pages.
    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Words_of_a_chart_can_be_read(int width)
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(ReportPages.Capacity), width);

        Assert.InRange(await opened.Page.EvaluateAsync<double>("() => Math.min(...[...document.querySelectorAll('.chart text')].map(text => text.getBoundingClientRect().height))"), 9, 20);
    }

    [SkippableFact]
    public async Task Keyboards_and_screen_readers_find_their_way()
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(ReportPages.Capacity));

        Findings.None(await opened.Page.EvaluateAsync<string[]>(Script.Accessibility));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_stands_out_in_both_themes(bool dark)
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(ReportPages.Capacity), dark: dark);
        var contrast = await opened.Page.EvaluateAsync<Contrast>(Script.Contrast);

        Assert.InRange(contrast.Texts, 150, int.MaxValue);
        Findings.None(contrast.Found);
    }
}
