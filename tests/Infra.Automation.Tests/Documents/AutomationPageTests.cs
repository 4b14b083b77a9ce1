using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Automation.Tests.Harness;
using Infra.Examples.Automation;
using Infra.Planning.Model;
using Infra.TestKit;
using Moq;

namespace Infra.Automation.Tests.Documents;

/// <summary>docs/automation.md: its code is compiled, runs, and does what the page says.</summary>
public sealed class AutomationPageTests
{
    private static readonly string _page = File.ReadAllText(RepositoryRoot.Combine("docs/automation.md"));
    private static readonly EngineResult _done = new(null, ImmutableSortedDictionary<string, StackOutput>.Empty, "");

    [Fact]
    public void Every_snippet_is_in_a_file_that_is_compiled()
    {
        var sources = Directory.EnumerateFiles(RepositoryRoot.Combine("examples/automation"), "*.cs").Select(file => Trimmed(File.ReadAllText(file))).ToList();
        var snippets = _page.Split("```csharp\n").Skip(1).Select(part => Trimmed(part[..part.IndexOf("```", StringComparison.Ordinal)])).ToList();

        Assert.Equal(8, snippets.Count);
        Assert.Equal([], snippets.Where(snippet => !sources.Any(source => source.Contains(snippet, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_kind_of_failure_is_on_the_page()
    {
        var urn = Urn.Parse("urn:pulumi:dev::p::t:m:T::x");
        StackFailure[] all =
        [
            new EngineMissing(), new EngineTooOld("1", "2"), new NotLoggedIn(null, ""), new StackNotFound("x"), new StackExists("x"), new StackNotEmpty("x"), new StackLocked("x", []),
            new InterruptedOperations("x", [new PendingOperation(urn, "creating", null)]), new ResourceFailed("x", urn, null, ""), new ProtectedResource("x", urn, ""), new ProgramFailed("x", ""),
            new GateRefused("x", []), new OperationCancelled("x", []), new TimeLimitReached("x", TimeSpan.Zero, []), new SecretsLocked(null, ""), new PluginMissing(null, null, ""), new StateRefused("x", ""),
            new UnknownFailure(null, ""),
        ];
        var kinds = _page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => line.Split('|')[1].Split('`').Where((_, index) => index % 2 == 1));

        Assert.Equal(all.Select(failure => failure.GetType()).ToHashSet(), typeof(StackFailure).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(StackFailure))).ToHashSet());
        Assert.Equal(all.Select(failure => failure.Kind), kinds);
    }

    [Fact]
    public async Task Asking()
    {
        var engine = Engines.New();
        engine.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([new StackInfo("dev", new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero), 10)]);
        engine.Setup(one => one.OutputsAsync("dev", It.IsAny<CancellationToken>())).ReturnsAsync(ImmutableSortedDictionary<string, StackOutput>.Empty.Add("token", StackOutput.Secret).Add("url", new StackOutput("\"http://x\"")));
        engine.Setup(one => one.PreviewAsync("dev", new PreviewRequest { Refresh = true }, It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).ReturnsAsync(
            """{"steps": [{"op": "refresh", "urn": "urn:pulumi:dev::p::t:m:T::x"}, {"op": "delete", "urn": "urn:pulumi:dev::p::t:m:T::y"}], "changeSummary": {"delete": 1}}""");
        var output = new StringWriter();

        await Stacks.ListAsync(Operations(engine), output);
        await Stacks.OutputsAsync(Operations(engine), "dev", output);
        await Stacks.PreviewAsync(Operations(engine), "dev", output);

        Assert.Equal("dev: 10 resources, last updated 2026-11-22\ntoken = [secret]\nurl = \"http://x\"\ndelete t:m:T y\n", output.ToString());
    }

    [Fact]
    public async Task Updating_after_a_kill()
    {
        var engine = Engines.New().Exports(Recording.Text("export-interrupted.json")).Up((onEvent, _) =>
        {
            onEvent(new StackEvent.ResourceDone(Urn.Parse("urn:pulumi:dev::p::t:m:T::y"), "update"));
            throw Engines.Failure(Recording.Text("up-locked.txt"));
        });
        var output = new StringWriter();

        Assert.False(await Updating.UpAsync(Operations(engine), "dev", output, CancellationToken.None));

        var lines = output.ToString().Split('\n');
        Assert.Equal(["update y", "Failed in 00:00:00", "wait for user@host (pid 21849)"], lines[..3]);
        Assert.Contains("look after classifier", lines);
    }

    [Fact]
    public async Task A_temporary_environment_goes_also_when_its_use_fails()
    {
        var calls = new List<string>();
        var engine = Engines.New().Up((_, _) => Task.FromResult(_done));
        engine.Setup(one => one.CreateAsync("dev", null, It.IsAny<CancellationToken>())).Callback(() => calls.Add("create")).Returns(Task.CompletedTask);
        engine.Setup(one => one.DestroyAsync("dev", It.IsAny<DestroyRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>())).Callback(() => calls.Add("destroy")).ReturnsAsync(_done);
        engine.Setup(one => one.RemoveAsync("dev", It.IsAny<CancellationToken>())).Callback(() => calls.Add("remove")).Returns(Task.CompletedTask);

        await Assert.ThrowsAsync<FormatException>(() => TemporaryEnvironment.WithAsync(Operations(engine), "dev", _ => throw new FormatException(), CancellationToken.None));

        Assert.Equal(["create", "destroy", "remove"], calls);
    }

    [SkippableFact]
    public async Task Opening_a_project_in_the_embedded_build_says_which_build_does()
    {
        Skip.If(typeof(Pulumi.Automation.LocalWorkspace).Assembly.GetType("Pulumi.Automation.RemoteWorkspace") is not null, "this is the build against the packages");

        Assert.StartsWith(
            "this build is compiled against the embedded SDK, which starts no Pulumi engine; ",
            (await Assert.ThrowsAsync<NotSupportedException>(() => Stacks.OpenAsync(RepositoryRoot.Path, CancellationToken.None))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_choices_of_a_gate_are_a_gate() => Assert.IsType<PreviewGate>(GateChoices.ReplacingTheScratchBucket(new DateOnly(2026, 11, 22)));

    private static string Trimmed(string text) => string.Join('\n', text.Trim().Split('\n').Select(line => line.Trim()));

    private static StackOperations Operations(Mock<IStackEngine> engine) => new(engine.Object, new OpenGate(), new ManualTime());
}
