using System.ComponentModel;
using Infra.Automation.Engine;
using Infra.Automation.Engine.Processes;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Tests.Harness;

namespace Infra.Automation.Tests.Processes;

/// <summary>One run of a command line: its arguments, its events, its ways of ending.</summary>
public sealed class CommandRunTests
{
    [Theory]
    [InlineData("up --yes --stack dev", null, "up --yes --stack dev --non-interactive")]
    [InlineData("up --yes --stack dev", "log", "up --yes --stack dev --non-interactive --event-log log")]
    [InlineData("config set a --stack dev --non-interactive -- value", null, "config set a --stack dev --non-interactive -- value")]
    [InlineData("config set a -- --event-log", "log", "config set a --non-interactive --event-log log -- --event-log")]
    public void Flags_come_before_values(string args, string? log, string expected) =>
        Assert.Equal(expected, string.Join(' ', new CommandRun(args.Split(' '), followed: true).Arguments(log)));

    [Fact]
    public async Task Events_are_told_while_it_runs()
    {
        // The script ends only when its first event has been answered.
        using var command = new FakeCommand(
            $$$"""
            while [ $# -gt 0 ]; do [ "$1" = --event-log ] && log=$2; shift; done
            echo "debug=$PULUMI_DEBUG_COMMANDS"
            head -n 3 '{{{RecordedPath("events-failed.jsonl")}}}' > "$log"
            printf '{"sequence":99,"timest' >> "$log"
            while [ ! -e answered ]; do sleep 0.05; done
            printf 'amp":1,"cancelEvent":{}}\n' >> "$log"

            """);
        var told = new List<StackEvent>();

        await new CommandRun(["up"], followed: true, command.Path).RunAsync(command.Folder, [], null, TimeProvider.System, one =>
        {
            told.Add(one);
            if (one.Sequence is not null)
            {
                File.WriteAllText(Path.Combine(command.Folder, "answered"), "");
            }
        }, Ignore, CancellationToken.None);

        Assert.Equal(
            ["text debug=true", .. Recording.Events("events-failed.jsonl").Take(3).Select(EventText.Of), "99 ended"],
            told.Select(EventText.Of).ToList());
    }

    [Fact]
    public async Task A_failure_carries_all_that_was_said()
    {
        using var command = new FakeCommand("echo output; echo 'error: no' >&2; exit 255\n");

        var failure = await Assert.ThrowsAsync<EngineException>(() => RunAsync(command, ["stack", "ls", "--json"]));

        Assert.Equal((255, "output\n", "error: no\n"), (failure.ExitCode, failure.StandardOutput, failure.StandardError));
        Assert.Equal($"'{command.Path} stack ls' ended with exit code 255", failure.Message);
        Assert.Equal("no", Assert.IsType<UnknownFailure>(Assert.Single(FailureReader.Read(null, failure))).Said);
    }

    [Fact]
    public async Task One_that_stopped_because_it_was_asked_to_has_not_failed()
    {
        using var source = new CancellationTokenSource();
        using var command = new FakeCommand("trap 'exit 255' INT\necho started\nwhile true; do sleep 0.05; done\n");

        var stopped = await Assert.ThrowsAsync<OperationCanceledException>(() => new CommandRun(["up"], followed: true, command.Path).RunAsync(
            command.Folder, [], null, TimeProvider.System, _ => source.Cancel(), Ignore, source.Token));

        Assert.Equal($"'{command.Path} up' stopped as it was asked to", stopped.Message);
    }

    [Fact]
    public async Task One_that_was_killed_while_it_stopped_has_failed()
    {
        using var source = new CancellationTokenSource();
        using var command = new FakeCommand("trap 'kill -KILL $$' INT\necho started\nwhile true; do sleep 0.05; done\n");

        var failure = await Assert.ThrowsAsync<EngineException>(() => new CommandRun(["up"], followed: true, command.Path).RunAsync(
            command.Folder, [], null, TimeProvider.System, _ => source.Cancel(), Ignore, source.Token));

        Assert.Equal(137, failure.ExitCode);
    }

    [Fact]
    public async Task A_reader_that_throws_does_not_stop_the_engine()
    {
        using var command = new FakeCommand("echo one; echo two; touch done\n");
        var asked = 0;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => new CommandRun(["up"], followed: true, command.Path).RunAsync(
            command.Folder, [], null, TimeProvider.System, _ => throw new FormatException($"reader {++asked}"), Ignore, CancellationToken.None));

        Assert.Equal("who reads the engine's events failed: reader 1", failure.Message);
        Assert.True(File.Exists(Path.Combine(command.Folder, "done")));
    }

    [Fact]
    public void A_program_that_is_not_there_is_missing()
    {
        var missing = new EngineException("pulumi version", null, "", "", [], new Win32Exception(2));

        Assert.Equal([new EngineMissing()], FailureReader.Read("dev", missing));
        Assert.StartsWith("'pulumi version' didn't start: ", missing.Message, StringComparison.Ordinal);
    }

    private static Task<ProcessOutput> RunAsync(FakeCommand command, IList<string> args) =>
        new CommandRun(args, followed: false, command.Path).RunAsync(command.Folder, [], null, TimeProvider.System, _ => { }, Ignore, CancellationToken.None);

    private static void Ignore(string line, bool isError)
    {
    }

    private static string RecordedPath(string name) => Infra.TestKit.RepositoryRoot.Combine($"tests/Infra.Automation.Tests/Recorded/{name}");
}
