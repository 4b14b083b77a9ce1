using Infra.Capture;
using Infra.Cli.Bases;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Cli.Tests.Bases;

/// <summary><c>--base FILE</c>: a plan, a preview or a state, whatever its name.</summary>
public sealed class BaseFileTests : IDisposable
{
    private readonly BasePlansFixture _bases = new();

    public void Dispose() => _bases.Dispose();

    [Fact]
    public async Task A_plan()
    {
        var file = _bases.Write("plan.json", PlanJson.ToText(CommandLineFixture.PlanOf("dev")));

        Assert.Equal((new BasePlan(CommandLineFixture.PlanOf("dev"), CaptureForm.Plan, file), 0), await _bases.ReadAsync(file));
        Assert.Equal("", _bases.Error);
    }

    [Fact]
    public async Task Standard_input()
    {
        _bases.Input = PlanJson.ToText(CommandLineFixture.PlanOf("dev"));

        Assert.Equal((new BasePlan(CommandLineFixture.PlanOf("dev"), CaptureForm.Plan, "standard input"), 0), await _bases.ReadAsync("-"));
    }

    [SkippableTheory]
    [InlineData("export-deployed.json", 9)]
    [InlineData("preview-create.json", 9)]
    public async Task What_Pulumi_wrote(string file, int resources)
    {
        var path = SharedFacts.Require("pulumi-cli", file);
        var (found, exitCode) = await _bases.ReadAsync(path);

        Assert.Equal((resources, path, 0), (found!.Plan.Resources.Count, found.Name, exitCode));
    }

    [Fact]
    public async Task A_state_of_which_nothing_is_deployed()
    {
        var file = _bases.Write("state.json", "{\"version\": 3, \"deployment\": {\"manifest\": {}}}");

        Assert.Equal((new BasePlan(new Plan { Project = "gpu-inference", Stack = "dev" }, CaptureForm.State, file), 0), await _bases.ReadAsync(file));
        Assert.Equal("TEMP/state.json: nothing is deployed; all of 'dev' is new\n", _bases.Error);
    }

    [Fact]
    public Task Nothing() => _bases.RefusesAsync("", "--base is empty; it needs a revision, or a file with a plan");
}
