using Infra.Automation.Engine.Processes;

namespace Infra.Automation.Tests.Processes;

/// <summary>Real processes: what the adapter relies on and nobody's signatures can tell.</summary>
public sealed class EngineProcessTests
{
    private static readonly Dictionary<string, string?> _none = [];

    [Fact]
    public async Task What_it_says_is_told_line_by_line_and_kept()
    {
        using var command = new FakeCommand("echo one; echo \"$GREETING\"; cat; echo wrong >&2; exit 7\n");
        var lines = new List<(string, bool)>();

        var output = await EngineProcess.RunAsync([command.Path, "x"], command.Folder, new Dictionary<string, string?> { ["GREETING"] = "hello" }, "input\n", (line, isError) => lines.Add((line, isError)), CancellationToken.None);

        Assert.Equal(new ProcessOutput(7, "one\nhello\ninput\n", "wrong\n"), output);
        Assert.Equal([("hello", false), ("input", false), ("one", false), ("wrong", true)], lines.Order());
    }

    [Fact]
    public async Task A_variable_can_be_taken_away()
    {
        using var command = new FakeCommand("echo \"${HOME-none}\"\n");

        Assert.Equal("none\n", (await EngineProcess.RunAsync([command.Path], command.Folder, new Dictionary<string, string?> { ["HOME"] = null }, null, Ignore, CancellationToken.None)).StandardOutput);
    }

    [Fact]
    public async Task Asked_to_stop_it_hears_one_SIGINT_and_is_waited_for()
    {
        using var source = new CancellationTokenSource();
        using var command = new FakeCommand(
            """
            count=0
            trap 'count=$((count + 1)); [ $count = 1 ] && echo stopping' INT
            echo started
            while [ $count = 0 ]; do sleep 0.05; done
            for i in 1 2 3 4; do sleep 0.05; done
            echo "saved after $count"

            """);

        var output = await EngineProcess.RunAsync([command.Path], command.Folder, _none, null, (line, _) => StopAt(line, "started", source), source.Token);

        Assert.Equal(new ProcessOutput(0, "started\nstopping\nsaved after 1\n", ""), output);
    }

    /// <summary>Field 6 of <c>stat</c> is the session (proc(5)): a terminal's Ctrl-C doesn't reach into another one.</summary>
    [SkippableFact]
    public async Task It_has_a_session_of_its_own()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "reads /proc");
        using var command = new FakeCommand("read -r _ _ _ _ _ session _ < /proc/$$/stat; [ \"$session\" = $$ ] && echo own\n");

        Assert.Equal("own\n", (await EngineProcess.RunAsync([command.Path], command.Folder, _none, null, Ignore, CancellationToken.None)).StandardOutput);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_way_of_starting_keeps_the_process(int prefix)
    {
        using var command = new FakeCommand("echo $$ \"$@\"\n");

        var output = await EngineProcess.RunAsync([.. OwnSession.Prefixes[prefix], command.Path, "a b", "$c"], command.Folder, _none, null, Ignore, CancellationToken.None);

        Assert.Equal(0, output.ExitCode);
        Assert.Matches(@"^\d+ a b \$c\n$", output.StandardOutput);
    }

    [Fact]
    public async Task What_was_stopped_before_does_not_start()
    {
        using var command = new FakeCommand("touch started\n");

        await Assert.ThrowsAsync<OperationCanceledException>(() => EngineProcess.RunAsync([command.Path], command.Folder, _none, null, Ignore, new CancellationToken(canceled: true)));

        Assert.False(File.Exists(Path.Combine(command.Folder, "started")));
    }

    private static void Ignore(string line, bool isError)
    {
    }

    private static void StopAt(string line, string stop, CancellationTokenSource source)
    {
        if (line == stop)
        {
            source.Cancel();
        }
    }
}
