using System.Diagnostics;

namespace Infra.Cli.Tests.Launcher;

/// <summary>./run: one build at a time, and no lock that outlives its reason.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BuildLockTests : IDisposable
{
    private const string Lock = "artifacts/launcher.lock";

    private static readonly DateTime _longAgo = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly LauncherFixture _checkout = new();

    public BuildLockTests() => Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");

    public void Dispose() => _checkout.Dispose();

    [SkippableFact]
    public async Task Parallel_runs_build_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _checkout.RunAsync("preview")));

        Assert.All(results, result => Assert.Equal((0, "program: first [preview]\n"), (result.ExitCode, result.Output)));
        Assert.Single(_checkout.Builds);
        AssertNoLocks();
    }

    [SkippableFact]
    public async Task The_lock_of_a_process_that_is_gone_is_removed()
    {
        _checkout.Write($"{Lock}/owner", $"{await DeadProcessAsync()}\n{await HereAsync()}");

        await AssertRunsAsync();
    }

    [SkippableFact]
    public async Task The_lock_of_a_live_process_is_respected()
    {
        var owner = _checkout.Write($"{Lock}/owner", $"{Environment.ProcessId}\n{await HereAsync()}");
        // However old it is: a build may take its time.
        Directory.SetLastWriteTimeUtc(_checkout.PathOf(Lock), _longAgo);
        AtTheThirdWait($"echo {await DeadProcessAsync()} >'{owner}'; echo '{(await HereAsync()).TrimEnd('\n')}' >>'{owner}'");

        Assert.Equal("waiting for another ./run to finish its build ...\nbuilding gpu-inference ...\n", (await _checkout.RunAsync("preview")).Error);
        Assert.Equal(["held", "held", "held", "free"], Waits);
    }

    [SkippableFact]
    public async Task A_process_elsewhere_is_not_judged_by_its_number()
    {
        // The number belongs to no process here, which says nothing about the other host.
        _checkout.Write($"{Lock}/owner", $"{await DeadProcessAsync()}\nelsewhere \n");
        AtTheThirdWait($"touch -t 200101010000 {Lock}");

        await AssertRunsAsync();
        Assert.Equal(["held", "held", "held", "free"], Waits);
    }

    [SkippableFact]
    public async Task An_old_lock_without_an_owner_is_removed()
    {
        Directory.CreateDirectory(_checkout.PathOf(Lock));
        Directory.SetLastWriteTimeUtc(_checkout.PathOf(Lock), _longAgo);

        await AssertRunsAsync();
    }

    [SkippableFact]
    public async Task A_judge_that_was_killed_does_not_keep_the_lock()
    {
        _checkout.Write($"{Lock}/owner", $"{await DeadProcessAsync()}\n{await HereAsync()}");
        Directory.CreateDirectory(_checkout.PathOf($"{Lock}.check"));
        Directory.SetLastWriteTimeUtc(_checkout.PathOf($"{Lock}.check"), _longAgo);

        await AssertRunsAsync();
    }

    [SkippableFact]
    public async Task Where_nothing_can_be_written_it_says_so_at_once()
    {
        // A file in the place of the folder stops everybody, root too.
        _checkout.Write("artifacts", "");
        var result = await _checkout.RunAsync("preview");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.EndsWith(
            $"error: can't write to '{_checkout.PathOf("artifacts")}'.\n  It must be yours to write to, on a disk that isn't full.\n", result.Error);
    }

    [SkippableFact]
    public async Task Where_no_lock_can_be_made_it_says_so_at_once()
    {
        // A full disk, say: the folder is there, and nothing fits into it.
        _checkout.Install("mkdir", "#!/bin/sh\ncase $* in *.lock*) exit 1 ;; esac\nexec /bin/mkdir \"$@\"\n");
        var result = await _checkout.RunAsync("preview");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith($"error: can't write to '{_checkout.PathOf("artifacts")}'.\n", result.Error);
    }

    /// <summary>What the lock was at each wait of the script.</summary>
    private string[] Waits => File.ReadAllLines(_checkout.PathOf("waits"));

    /// <summary>Takes the script's clock into the test's hands: waiting takes no time, and during its third wait something happens.</summary>
    private void AtTheThirdWait(string happens) =>
        _checkout.Install("sleep", $"#!/bin/sh\n[ -d {Lock} ] && echo held >>waits || echo free >>waits\n[ \"$(grep -c . waits)\" -ne 3 ] || {{ {happens}; }}\n");

    private async Task AssertRunsAsync()
    {
        var result = await _checkout.RunAsync("preview");

        Assert.Equal((0, "program: first [preview]\n"), (result.ExitCode, result.Output));
        AssertNoLocks();
    }

    private void AssertNoLocks() => Assert.Empty(Directory.EnumerateFileSystemEntries(_checkout.PathOf("artifacts"), "*.lock*"));

    private static async Task<int> DeadProcessAsync()
    {
        using var dead = Process.Start("/bin/true");
        await dead.WaitForExitAsync();
        return dead.Id;
    }

    // As the script writes it: the host and, on Linux, the numbering of its processes.
    private static async Task<string> HereAsync() =>
        (await TestKit.ProcessRunner.RunAsync("/bin/sh", ["-c", "echo \"$(uname -n) $(readlink /proc/self/ns/pid)\""], "/")).Output;
}
