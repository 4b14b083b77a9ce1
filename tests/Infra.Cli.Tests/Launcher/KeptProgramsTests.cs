namespace Infra.Cli.Tests.Launcher;

/// <summary>./run: which built programs are kept, and what is left of others.</summary>
[Collection(nameof(OneAtATime))]
public sealed class KeptProgramsTests : IDisposable
{
    private static readonly DateTime _longAgo = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly LauncherFixture _checkout = new();

    public KeptProgramsTests() => Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");

    public void Dispose() => _checkout.Dispose();

    [SkippableFact]
    public async Task The_last_used_are_kept_and_the_rest_goes()
    {
        // "2" was used last of these, whatever order they were built in.
        foreach (var (name, days) in (KeyValuePair<string, int>[])[new("1", 5), new("2", 9), new("3", 4), new("4", 3), new("5", 2)])
        {
            Program(name, _longAgo.AddDays(days));
        }
        await _checkout.RunAsync();

        Assert.Equal(["1", "2", "3"], _checkout.Programs.Where(name => name.Length == 1));
    }

    [SkippableFact]
    public async Task What_was_used_today_may_still_run()
    {
        foreach (var name in (string[])["1", "2", "3", "4", "5"])
        {
            Program(name, DateTime.UtcNow);
        }
        await _checkout.RunAsync();

        Assert.Equal(["1", "2", "3", "4", "5"], _checkout.Programs.Where(name => name.Length == 1));
    }

    [SkippableFact]
    public async Task A_start_counts_as_use()
    {
        await _checkout.RunAsync();
        var program = _checkout.ProgramOf(Assert.Single(_checkout.Programs));
        Directory.SetLastWriteTimeUtc(program, _longAgo);
        await _checkout.RunAsync();

        Assert.True(Directory.GetLastWriteTimeUtc(program) > _longAgo);
        Assert.Single(_checkout.Builds);
    }

    [SkippableFact]
    public async Task A_half_deleted_program_is_built_again()
    {
        await _checkout.RunAsync();
        var program = _checkout.ProgramOf(Assert.Single(_checkout.Programs));
        File.Move(Path.Combine(program, "gpu-inference.dll"), Path.Combine(program, "left.dll"));
        var results = new[] { await _checkout.RunAsync(), await _checkout.RunAsync() };

        Assert.All(results, result => Assert.Equal((0, "program: first\n"), (result.ExitCode, result.Output)));
        Assert.Equal(2, _checkout.Builds.Count());
        Assert.False(File.Exists(Path.Combine(program, "left.dll")));
    }

    [SkippableFact]
    public async Task A_deletion_that_broke_off_is_finished()
    {
        _checkout.Write("artifacts/launcher/programs/.old.1/left.dll", "");
        await _checkout.RunAsync();

        Assert.False(Directory.Exists(_checkout.ProgramOf(".old.1")));
    }

    private void Program(string name, DateTime used)
    {
        _checkout.Write($"artifacts/launcher/programs/{name}/gpu-inference.dll", name);
        Directory.SetLastWriteTimeUtc(_checkout.ProgramOf(name), used);
    }
}
