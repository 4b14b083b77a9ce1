using System.Diagnostics;
using Infra.Cli.FakeEngine;
using Infra.TestKit;

namespace Infra.Cli.Tests.Stacks;

/// <summary>
/// The command line as a real process, with a fake engine behind it that plays a recording of the real one (pulumi v3.220.0, killed while a Deployment was being created) and waits. Real signals come in the middle.
/// </summary>
[Collection(nameof(SignalTests))]
public sealed class SignalTests : IDisposable
{
    private const string InHand = "kubernetes:apps/v1:Deployment 'classifier'";

    private readonly StackFixture _checkout = new();
    private readonly Dictionary<string, string?> _environment = [];

    public SignalTests() => Skip.If(OperatingSystem.IsWindows(), "needs signals");

    public void Dispose() => _checkout.Dispose();

    [SkippableTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task A_signal_asks_the_engine_to_stop_and_waits_for_it(string signal, int exitCode)
    {
        using var up = Start("up", "dev", "--yes");
        var before = await up.UntilAsync("+ kubernetes:core/v1:Secret classifier-token  created");
        await up.SignalAsync(signal);
        var (code, output, error) = await up.EndAsync();

        Assert.Equal((exitCode, ""), (code, output));
        Assert.Contains("+ random:index:RandomId classifier-suffix  created", before);
        Assert.EndsWith(
            $"""
            + kubernetes:apps/v1:Deployment classifier  created
            up dev: stopped; done until then: 9 created
            error: it was stopped; the engine had nothing in hand
              What was done until then is in the state, and the lock is given up.
              The same command again goes on from there; ./run preview dev says with what.

            """,
            error);
        Assert.Contains("stopping; a second signal ends this program at once, and leaves the stack in a state that nobody has seen\nstopping: the engine finishes what it has begun ...\n", error);
    }

    [SkippableTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_second_signal_ends_at_once_and_says_what_that_leaves(string signal, int exitCode)
    {
        _environment["FAKE_STUBBORN"] = "1";
        using var up = Start("up", "dev", "--yes");
        await up.UntilAsync("+ kubernetes:core/v1:Secret classifier-token  created");
        await up.SignalAsync(signal);
        await up.UntilAsync("stopping: the engine finishes what it has begun ...");
        await up.SignalAsync(signal);
        var (code, output, error) = await up.EndAsync();

        Assert.Equal((exitCode, ""), (code, output));
        Assert.EndsWith(
            """
            error: ended at once; nobody waited for the engine
              What it had begun may be done or not, it may still go on, and the stack may be locked.
              Make sure that no 'pulumi' process works on it any more. Then:
              ./run cancel dev takes a lock that was left behind;
              ./run refresh dev asks the cloud what is there, and names operations of which nobody knows whether they were done.

            """,
            error);
    }

    // The recording of the run after the kill, and the state that the kill left behind.
    [SkippableFact]
    public async Task After_a_kill_the_next_run_names_the_lock_and_what_was_interrupted()
    {
        _environment["FAKE_EVENTS"] = null;
        _environment["FAKE_ERROR"] = SharedFacts.Require("pulumi-cli", "up-after-kill.txt");
        _environment["FAKE_STATE"] = SharedFacts.Require("pulumi-cli", "export-interrupted.json");
        using var up = Start("up", "dev", "--yes");
        var (code, output, error) = await up.EndAsync();

        Assert.Equal((3, ""), (code, output));
        Assert.Contains("stack 'dev' is locked by user@host (pid 21849) since 2026-11-22 01:13:01 UTC\n", error);
        Assert.Contains("  Only when it is dead: ./run cancel dev, then ./run refresh dev to see what it left over.", error);
        Assert.Contains($"the state has 1 operation without an end: creating {InHand}; either another run is at it, or one was killed\n", error);
        Assert.Contains("  It wasn't: pulumi refresh --stack dev --clear-pending-creates.", error);
    }

    private RunningProcess Start(params string[] arguments)
    {
        _environment["FAKE_PROJECT"] = _checkout.PathOf(".");
        if (!_environment.ContainsKey("FAKE_EVENTS"))
        {
            _environment["FAKE_EVENTS"] = SharedFacts.Require("pulumi-cli", "events-killed.jsonl");
        }
        return new RunningProcess(["exec", typeof(FakeStackEngine).Assembly.Location, .. arguments], _environment);
    }

    private sealed class RunningProcess : IDisposable
    {
        private readonly Process _process;
        private readonly List<string> _said = [];

        public RunningProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
        {
            var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var (name, value) in environment.Where(variable => variable.Value is not null))
            {
                start.Environment[name] = value;
            }
            _process = Process.Start(start)!;
            _process.StandardInput.Close();
        }

        /// <summary>Reads standard error up to a line, which has to come.</summary>
        public async Task<string> UntilAsync(string line)
        {
            while (await _process.StandardError.ReadLineAsync() is { } read)
            {
                _said.Add(read);
                if (read == line)
                {
                    return string.Join('\n', _said);
                }
            }
            throw new InvalidOperationException($"it ended without the line '{line}':\n{string.Join('\n', _said)}");
        }

        public async Task SignalAsync(string signal)
        {
            using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {_process.Id}"]);
            await kill.WaitForExitAsync();
        }

        public async Task<(int ExitCode, string Output, string Error)> EndAsync()
        {
            var output = _process.StandardOutput.ReadToEndAsync();
            var rest = await _process.StandardError.ReadToEndAsync();
            await _process.WaitForExitAsync();
            return (_process.ExitCode, await output, string.Concat(_said.Select(line => $"{line}\n")) + rest);
        }

        public void Dispose() => _process.Dispose();
    }
}
