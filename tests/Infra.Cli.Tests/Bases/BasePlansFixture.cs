using Infra.Cli.Bases;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.TestKit;
using Moq;

namespace Infra.Cli.Tests.Bases;

/// <summary>A checkout with git and the program of another revision played by Moq.</summary>
internal sealed class BasePlansFixture : IDisposable
{
    public const string Commit = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public BasePlansFixture()
    {
        foreach (var file in (string[])["Pulumi.yaml", "Pulumi.dev.yaml"])
        {
            _folder.Write($"repo/platform/{file}", "");
        }
        Git.Setup(git => git.CheckoutOfAsync(Project, It.IsAny<CancellationToken>())).ReturnsAsync(Checkout);
        Git.Setup(git => git.CommitOfAsync(Checkout, "main", It.IsAny<CancellationToken>())).ReturnsAsync(Commit);
        Has("platform/Pulumi.dev.yaml");
        Has("platform/run");
        Program.Setup(program => program.RunAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<string>>(), It.IsAny<Action<string>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string folder, IReadOnlyList<string> arguments, Action<string> progress, CancellationToken _) => Run(folder, arguments, progress));
    }

    public Mock<IGit> Git { get; } = new();

    public Mock<IRevisionProgram> Program { get; } = new();

    public Func<(int, string)> Outcome { get; set; } = () => (0, PlanJson.ToText(CommandLineFixture.PlanOf("dev")));

    /// <summary>What the program was started with.</summary>
    public List<(string Folder, string Arguments)> Runs { get; } = [];

    public string Checkout => _folder.Combine("repo");

    public string Project => _folder.Combine("repo", "platform");

    public string Cache => _folder.Combine("cache");

    public string Input { get; set; } = "";

    public string Error => _error.ToString().Replace(_folder.Path, "TEMP", StringComparison.Ordinal);

    public string Write(string path, string text) => _folder.Write(path, text);

    public void Has(string path) => Git.Setup(git => git.HasFileAsync(Checkout, Commit, path, It.IsAny<CancellationToken>())).ReturnsAsync(true);

    public Task<(BasePlan? Base, int ExitCode)> ReadAsync(string value, PlanRequest? request = null, CancellationToken stop = default)
    {
        var terminal = new Terminal(
            new TextChannel(TextWriter.Null, colour: false), new TextChannel(_error, colour: false), () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Input)));
        var revisions = new RevisionPlans(terminal, Git.Object, Program.Object, () => new BasePlanCache(Cache));
        return new BasePlans(terminal, () => new ProjectFolder(Project), revisions)
            .ReadAsync("--base", value, request ?? new PlanRequest { Environment = "dev" }, new Plan { Project = "gpu-inference", Stack = "dev" }, stop);
    }

    /// <summary>Refused with this message and these steps.</summary>
    public async Task RefusesAsync(string value, params string[] lines)
    {
        var refused = await Assert.ThrowsAsync<UsageException>(() => ReadAsync(value));

        Assert.Equal(lines, refused.NextSteps.Prepend(refused.Message));
    }

    public void Dispose() => _folder.Dispose();

    private (int, string) Run(string folder, IReadOnlyList<string> arguments, Action<string> progress)
    {
        Runs.Add((folder, string.Join(' ', arguments)));
        progress("building gpu-inference ...");
        return Outcome();
    }
}
