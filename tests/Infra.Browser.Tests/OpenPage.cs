using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>A page that is open, with all that it has asked for and all that it complained of.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private OpenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Errors of scripts, and what the page's policy forbade.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public static async Task<OpenPage> AtAsync(IBrowser browser, string path, int width = 1280, bool dark = false, bool scripts = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var opened = new OpenPage(context, await context.NewPageAsync());
        opened.Page.Request += (_, request) => opened.Requests.Enqueue(request.Url);
        opened.Page.PageError += (_, error) => opened.Complaints.Enqueue(error);
        opened.Page.Dialog += (_, dialog) => opened.Complaints.Enqueue($"dialog: {dialog.Message}");
        opened.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                opened.Complaints.Enqueue(message.Text);
            }
        };
        await opened.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return opened;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
