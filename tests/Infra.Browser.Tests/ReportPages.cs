using System.Collections.Concurrent;
using Infra.Cli;
using Infra.Planning.Rendering.Html;
using Infra.Planning.Tests.Reviewing;
using Infra.TestKit;

namespace Infra.Browser.Tests;

/// <summary>Pages as files, made once: those of shipped environments as the command writes them, and one that has something of everything.</summary>
public sealed class ReportPages : IDisposable
{
    public const string Sample = "sample";

    /// <summary>Ten minutes of requests for all models of prod.</summary>
    public const string Capacity = "capacity";

    private const string Profile = """{"schemaVersion": 1, "source": "made up for a page", "isEstimate": true, "requests": {"batchTimes": [{"size": 1, "micros": 30000}], "spread": "measured", "quantiles": [0.9, 1.0, 1.4]}}""";

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _pages = new();

    /// <summary>The path of the page.</summary>
    public Task<string> OfAsync(string name) => _pages.GetOrAdd(name, one => new(() => one switch
    {
        Sample => Task.FromResult(WriteSample()),
        Capacity => SimulateAsync(),
        _ => WriteAsync(one, "report", one),
    })).Value;

    public void Dispose() => _folder.Dispose();

    private string WriteSample()
    {
        using var page = new StringWriter();
        HtmlReport.Write(SampleReview.Create(), page);
        return _folder.Write("sample.html", page.ToString());
    }

    private Task<string> SimulateAsync()
    {
        var profile = _folder.Write("profile.json", Profile);
        var profiles = ((string[])["image-classifier", "nlp-pipeline", "document-reader", "recommender"]).SelectMany(model => (string[])["--profile", $"{model}={profile}"]);
        return WriteAsync(Capacity, ["simulate", "prod", "--synthetic", "steady", "--rate", "1/s", "--duration", "10m", "--html", .. profiles]);
    }

    // Exit code 1 says that the report has findings; a page there is all the same.
    private async Task<string> WriteAsync(string name, params string[] command)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(new TextChannel(output, colour: false), new TextChannel(error, colour: false), () => Stream.Null);
        var path = _folder.Combine($"{name}.html");
        var commandLine = new CommandLine(terminal, () => ProjectFolder.Above(RepositoryRoot.Path), PlanSource.Of, new(() => throw new InvalidOperationException("a report needs no network"), _ => Task.CompletedTask));
        var exitCode = await commandLine.RunAsync([.. command, "--out", path]);
        Assert.True(exitCode is 0 or 1, $"exit code {exitCode}\n{error}");
        return path;
    }
}
