using Infra.TestKit;

namespace Infra.Browser.Tests;

/// <summary>The page in a real browser: what it asks for, what it is without scripts, what the search does.</summary>
[Collection(nameof(BrowserTests))]
public sealed class ReportPageTests(Chromium chromium, ReportPages pages)
{
    [SkippableTheory]
    [InlineData(ReportPages.Sample)]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Nothing_is_fetched_and_nothing_complains(string name)
    {
        var path = await pages.OfAsync(name);
        await using var opened = await OpenPage.AtAsync(chromium.Browser, path);
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");

        Assert.Equal([new Uri(path).AbsoluteUri], opened.Requests);
        Assert.Empty(opened.Complaints);
        Assert.InRange(new FileInfo(path).Length, 10_000, 3_000_000);
    }

    [SkippableFact]
    public async Task Typing_filters_the_tree_and_clearing_puts_it_back()
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync("prod"));
        var rows = opened.Page.Locator("#tree li[data-row]:visible");
        var all = await rows.CountAsync();
        var input = opened.Page.GetByLabel("Search in types, names and values");
        await opened.Page.Keyboard.PressAsync("/");
        await opened.Page.Keyboard.TypeAsync("Deployment deepseek-r1-distill");

        var names = await opened.Page.Locator("#tree li[data-row]:visible > details > summary .name, #tree li[data-row]:visible > .leaf .name").AllTextContentsAsync();
        Assert.Equal(["gpu-inference-prod", "deepseek-r1-distill-70b", "deepseek-r1-distill-70b-deployment"], names.Intersect(["gpu-inference-prod", "deepseek-r1-distill-70b", "deepseek-r1-distill-70b-deployment"]));
        Assert.DoesNotContain("image-classifier", names);
        Assert.Matches("^[1-9][0-9]* of [1-9][0-9]*$", await opened.Page.Locator("#search output").TextContentAsync());

        await input.PressAsync("Escape");
        Assert.Equal(all, await rows.CountAsync());
        Assert.Equal("", await input.InputValueAsync());
    }

    [SkippableFact]
    public async Task Values_are_found_below_closed_rows()
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(ReportPages.Sample));
        await opened.Page.GetByLabel("Search in types, names and values").FillAsync("nvidia.com/gpu");

        Assert.Equal(["gpu-inference-dev", "classifier", "classifier-deployment"], await opened.Page.Locator("#tree li[data-row]:visible .name:visible").AllTextContentsAsync());
        Assert.Equal("1 of 7", await opened.Page.Locator("#search output").TextContentAsync());
    }

    [SkippableTheory]
    [InlineData(ReportPages.Sample)]
    [InlineData("prod")]
    public async Task Without_scripts_every_section_is_there_and_no_search_promises_anything(string name)
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(name), scripts: false);

        string[] sections = [.. name == ReportPages.Sample ? ["Changes"] : Array.Empty<string>(), "Topology", "Placement", "Cost", "Policy findings", "Resources"];
        Assert.Equal(sections, await opened.Page.Locator("main > section > h2:visible").AllTextContentsAsync());
        Assert.False(await opened.Page.Locator("#search").IsVisibleAsync());

        // A fold is the browser's own: it opens without any script.
        var fold = opened.Page.Locator("#topology > details");
        Assert.False(await fold.Locator("table").IsVisibleAsync());
        await fold.Locator("summary").ClickAsync();
        Assert.True(await fold.Locator("table").IsVisibleAsync());
    }

    [SkippableTheory]
    [InlineData(ReportPages.Sample)]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Keyboards_and_screen_readers_find_their_way(string name)
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(name));

        Findings.None(await opened.Page.EvaluateAsync<string[]>(Script.Accessibility));
    }

    [SkippableTheory]
    [InlineData(ReportPages.Sample, false)]
    [InlineData(ReportPages.Sample, true)]
    [InlineData("prod", false)]
    [InlineData("prod", true)]
    public async Task Text_stands_out_in_both_themes(string name, bool dark)
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(name), dark: dark);
        var contrast = await opened.Page.EvaluateAsync<Contrast>(Script.Contrast);

        Assert.InRange(contrast.Texts, 150, int.MaxValue);
        Findings.None(contrast.Found);
    }
}
