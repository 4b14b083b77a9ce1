using System.Text;
using Infra.Cli.Tests.EndToEnd;
using Infra.Core.Configuration;
using Infra.Planning.Model;
using Infra.Stacks;
using Infra.TestKit;

namespace Infra.Cli.Tests;

/// <summary>The command line over a project folder of its own, with a plan source that answers what the test says.</summary>
internal sealed class CommandLineFixture : IDisposable, IPlanSource
{
    private readonly TemporaryFolder _folder = new();

    public CommandLineFixture()
    {
        _folder.Write("Pulumi.yaml", "name: gpu-inference\n");
        foreach (var environment in (string[])["prod", "dev", "local"])
        {
            _folder.Write($"Pulumi.{environment}.yaml", "");
        }
    }

    public Func<string, PlanResult> Plan { get; set; } = environment => new PlanResult { Plan = PlanOf(environment) };

    /// <summary>Where it isn't the same: what <c>render</c> asks for beside a preview that has met something unknown.</summary>
    public Func<string, PlanResult>? Rendered { get; set; }

    public ConfigProblems Problems { get; } = new();

    /// <summary>What the commands asked for.</summary>
    public List<PlanRequest> Requests { get; } = [];

    public string Root => _folder.Path;

    public static Plan PlanOf(string stack) => new()
    {
        Project = "gpu-inference",
        Stack = stack,
        Resources = [new PlannedResource { Urn = Urn.Parse($"urn:pulumi:{stack}::gpu-inference::pulumi:pulumi:Stack::gpu-inference-{stack}") }],
    };

    /// <summary>What commands ask outside the process; null for what is really there.</summary>
    public OutsideWorld? Outside { get; set; }

    /// <summary>What stands at standard input.</summary>
    public string Input { get; set; } = "";

    public async Task<ProcessResult> RunAsync(bool colour, params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var terminal = new Terminal(new TextChannel(output, colour), new TextChannel(error, colour), () => new MemoryStream(Encoding.UTF8.GetBytes(Input)));
        var exitCode = await new CommandLine(terminal, () => ProjectFolder.Above(Root), _ => this, Checkout.NoNetwork, outside: Outside).RunAsync(arguments);
        return new ProcessResult(exitCode, output.ToString(), error.ToString());
    }

    public Task<ProcessResult> RunAsync(params string[] arguments) => RunAsync(colour: false, arguments);

    public EnvironmentCheck Check(PlanRequest request)
    {
        Requests.Add(request);
        return new EnvironmentCheck($"Pulumi.{request.Environment}.yaml", Problems);
    }

    public (EnvironmentCheck Check, PlatformSettings? Settings) Read(PlanRequest request) => (Check(request), null);

    public Task<PlanResult> PlanAsync(PlanRequest request)
    {
        lock (Requests)
        {
            Requests.Add(request);
        }

        if (Rendered is not null)
        {
            request.Unknown?.Invoke();
        }

        return Task.FromResult((request.Rendered ? Rendered ?? Plan : Plan)(request.Environment));
    }

    public void Dispose() => _folder.Dispose();
}
