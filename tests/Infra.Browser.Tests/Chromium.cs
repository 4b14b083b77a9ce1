using Microsoft.Playwright;

namespace Infra.Browser.Tests;

/// <summary>Debian's Chromium, started once; tests are skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <exception cref="SkipException">There is no Chromium.</exception>
    public IBrowser Browser
    {
        get
        {
            Skip.If(_browser is null, "needs Chromium (Debian: chromium)");
            return _browser!;
        }
    }

    public async Task InitializeAsync()
    {
        if (Find() is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(static folder => Path.Combine(folder, Program))
        .FirstOrDefault(File.Exists);
}
