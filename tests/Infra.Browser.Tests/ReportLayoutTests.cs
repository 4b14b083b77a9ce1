using Infra.TestKit;
using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>How the page looks at both widths and in both themes; the pictures stay below <c>artifacts/screenshots</c> for people to look at.</summary>
[Collection(nameof(BrowserTests))]
public sealed class ReportLayoutTests(Chromium chromium, ReportPages pages)
{
    public static TheoryData<string, int, bool> Views
    {
        get
        {
            var views = new TheoryData<string, int, bool>();
            foreach (var name in (string[])[ReportPages.Sample, "dev", "prod", ReportPages.Capacity])
            {
                foreach (var width in (int[])[1280, 390])
                {
                    views.Add(name, width, false);
                    views.Add(name, width, true);
                }
            }

            return views;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Views))]
    public async Task Only_tables_scroll_sideways(string name, int width, bool dark)
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(name), width, dark);
        var folder = Directory.CreateDirectory(RepositoryRoot.Combine("artifacts", "screenshots")).FullName;
        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{width}.{(dark ? "dark" : "light")}.png"), FullPage = true });

        Assert.Equal(dark ? "rgb(15, 18, 23)" : "rgb(245, 246, 248)", await opened.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal(width, await WidestAsync(opened.Page));

        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
        Assert.Equal(width, await WidestAsync(opened.Page));
    }

    [SkippableFact]
    public async Task Paper_has_no_links_to_click_and_no_search()
    {
        await using var opened = await OpenPage.AtAsync(chromium.Browser, await pages.OfAsync(ReportPages.Sample));
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await opened.Page.Locator("nav").IsVisibleAsync());
        Assert.False(await opened.Page.Locator("#search").IsVisibleAsync());
        Assert.True(await opened.Page.Locator("#cost table").First.IsVisibleAsync());
    }

    private static Task<int> WidestAsync(IPage page) => page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, window.innerWidth)");
}
