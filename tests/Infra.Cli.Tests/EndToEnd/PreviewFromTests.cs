namespace Infra.Cli.Tests.EndToEnd;

/// <summary>A plan that was written and one that is made print the same.</summary>
public sealed class PreviewFromTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("dev")]
    [InlineData("local")]
    [InlineData("prod")]
    public async Task The_same_bytes_as_the_preview_that_wrote_it(string environment)
    {
        var preview = await _checkout.RunAsync("preview", environment);
        var json = await _checkout.RunAsync("preview", environment, "--json");
        _checkout.Input = json.Output;
        _checkout.Write("plan.json", json.Output);

        foreach (var source in (string[])["-", _checkout.Path("plan.json")])
        {
            var text = await _checkout.RunAsync("preview", "--from", source);
            Assert.Equal((0, preview.Output, ""), (text.ExitCode, text.Output, text.Error));
            var again = await _checkout.RunAsync("preview", "--from", source, "--json");
            Assert.Equal((0, json.Output, ""), (again.ExitCode, again.Output, again.Error));
        }
    }
}
