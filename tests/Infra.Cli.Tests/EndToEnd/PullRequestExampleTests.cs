using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The comment that docs/examples shows is what a pull request with these changes gets.</summary>
public sealed class PullRequestExampleTests : IDisposable
{
    private const string Dev = "Pulumi.dev.yaml";

    private const string Head = """
        # The comment of a pull request

        A model is added, a pool moves from spot to on-demand, and the storage class of Prometheus' volume changes:

        """;

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task The_comment_of_three_changes()
    {
        _checkout.Write("base.json", (await _checkout.RunAsync("preview", "dev", "--json")).Output);
        (string Before, string After)[] changes =
        [
            ("      storage: {size: 20Gi}\n", "      storage: {size: 20Gi, storageClass: gp3-retained}\n"),
            ("      capacityType: spot\n", ""),
            ("      autoscaling: {min: 1, max: 2, cpuPercent: 60}\n", """
                      autoscaling: {min: 1, max: 2, cpuPercent: 60}

                    - name: digit-reader
                      runtime: tensorflow-serving
                      source: s3://models/digit-reader
                      pools: [t4]

                """),
        ];
        foreach (var (before, after) in changes)
        {
            _checkout.Replace(Dev, before, after);
        }

        var comment = await _checkout.RunAsync("report", "dev", "--base", _checkout.Path("base.json"), "--markdown", "--on", "2026-11-22");

        Assert.Equal((0, ""), (comment.ExitCode, comment.Error));
        var shown = string.Join("", changes.Select(change => $"{Marked('-', change.Before, change.After)}{Marked('+', change.After, change.Before)}"));
        Golden.MatchDocument($"{Head}\n```diff\n{shown}```\n\n---\n\n{comment.Output.Replace(_checkout.Path("base.json"), "main", StringComparison.Ordinal)}", "docs/examples/pull-request.md");
    }

    // The lines that only one of the texts has.
    private static string Marked(char mark, string text, string other) => string.Concat(text.TrimEnd('\n').Split('\n').Except(text.Length > 0 ? other.Split('\n') : [""]).Where(line => line.Length > 0).Select(line => $"{mark}{line}\n"));
}
