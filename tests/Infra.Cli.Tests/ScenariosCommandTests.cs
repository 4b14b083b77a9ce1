using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

public sealed class ScenariosCommandTests : IDisposable
{
    private readonly CommandLineFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Each_promise_stands_beside_what_comes_out()
    {
        var result = await _fixture.RunAsync("scenarios");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Match(result.Output, "scenarios.txt");
    }

    [Fact]
    public async Task The_page_is_the_one_in_the_documentation()
    {
        var result = await _fixture.RunAsync("scenarios", "--markdown");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs/capacity-seeds.md")), result.Output);
    }

    [Fact]
    public async Task The_document_has_the_numbers_and_every_source()
    {
        var document = JObject.Parse((await _fixture.RunAsync("scenarios", "--json")).Output);
        var utilisation = document["claims"]!.Single(claim => (string?)claim["claim"] == "utilisation +42 %");

        Assert.Equal(1, (int)document["schemaVersion"]!);
        Assert.Equal(("S2.15", 0.42, false, true), ((string?)utilisation["row"], (double)utilisation["promised"]!, (bool)utilisation["confirmed"]!, (bool)utilisation["estimate"]!));
        Assert.Equal((double)utilisation["after"]! / (double)utilisation["before"]! - 1, (double)utilisation["change"]!, 5);
        Assert.Equal(5, document["scenarios"]!.Count());
        Assert.All(document["scenarios"]!, scenario => Assert.True((decimal)scenario["usdPerHour"]! > 0));
        Assert.All(document["scenarios"]!.SelectMany(scenario => scenario["parameters"]!), parameter => Assert.NotEqual("", (string?)parameter["source"]));
    }

    [Fact]
    public async Task Two_forms_at_once_are_refused()
    {
        var result = await _fixture.RunAsync("scenarios", "--json", "--markdown");

        Assert.Equal((2, "", "error: --markdown and --json are two forms of the same; leave one out\n"), (result.ExitCode, result.Output, result.Error));
    }
}
