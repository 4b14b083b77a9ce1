using System.Text;
using Infra.Automation.Engine;
using Infra.Cli.FakeEngine;
using Infra.Cli.Tests.EndToEnd;
using Infra.Planning.Policies.Suppressions;
using Infra.TestKit;
using Moq;

namespace Infra.Cli.Tests.Stacks;

/// <summary>The command line over a copy of the shipped configuration, with a fake engine and a clock that stands still.</summary>
internal sealed class StackFixture : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly Mock<TimeProvider> _time = new() { CallBase = true };

    public StackFixture()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Path, "Pulumi*.yaml").Append(RepositoryRoot.Combine(SuppressionFile.Name)))
        {
            _folder.Write(Path.GetFileName(file), File.ReadAllText(file));
        }
        _time.Setup(time => time.GetUtcNow()).Returns(Now);
        _time.Setup(time => time.GetTimestamp()).Returns(0);
    }

    public FakeStackEngine Engine { get; } = new();

    /// <summary>What somebody types, where there is a terminal; null where there is none.</summary>
    public string? Typed { get; set; }

    /// <summary>How the engine is opened; by default the fake one.</summary>
    public Func<ProjectFolder, CancellationToken, Task<IStackEngine>>? Engines { get; set; }

    public string PathOf(string file) => _folder.Combine(file);

    public string Text(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => _folder.Write(file, text);

    public async Task<ProcessResult> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var terminal = new Terminal(new TextChannel(output, colour: false), new TextChannel(error, colour: false), () => new MemoryStream(Encoding.UTF8.GetBytes($"{Typed}\n"))) { CanAsk = Typed is not null };
        var commandLine = new CommandLine(
            terminal, () => new ProjectFolder(_folder.Path), PlanSource.Of, Checkout.NoNetwork,
            OutsideWorld.OfProcess with { Engines = Engines ?? ((_, _) => Task.FromResult<IStackEngine>(Engine)), Time = _time.Object });
        var exitCode = await commandLine.RunAsync(arguments);
        return new ProcessResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();
}
