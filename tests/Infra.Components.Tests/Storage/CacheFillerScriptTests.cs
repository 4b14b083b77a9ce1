using Infra.Components.Storage;
using Infra.TestKit;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Storage;

/// <summary>Runs the filler's script in a real shell, up to where it would sleep, with an AWS CLI that copies a folder.</summary>
public sealed class CacheFillerScriptTests
{
    private const string Aws =
        """
        #!/bin/sh
        echo "$3"
        cp -R "$BUCKETS/${3#s3://}/." "$4"
        """;

    [SkippableFact]
    public async Task It_deletes_what_nobody_wants_and_fills_what_is_missing_and_leaves_what_is_complete()
    {
        using var folder = new TemporaryFolder();
        folder.Write("buckets/b/new/config.json", "new");
        folder.Write("cache/kept/config.json", "kept");
        folder.Write("cache/.complete/kept", "");
        folder.Write("cache/broken/half", "half");
        folder.Write("buckets/b/broken/config.json", "whole");
        folder.Write("cache/old/config.json", "old");
        folder.Write("cache/.complete/old", "");

        var result = await RunAsync(folder, "kept 1 s3://b/kept\nnew 1 s3://b/new\nbroken 1 s3://b/broken");

        Assert.Equal(new ProcessResult(0, "s3://b/new\ns3://b/broken\n", ""), result);
        Assert.Equal(
            [".complete/broken", ".complete/kept", ".complete/new", "broken/config.json", "broken/half", "kept/config.json", "new/config.json"],
            Files(folder));
    }

    [SkippableFact]
    public async Task A_model_that_the_disk_has_no_room_for_is_not_begun()
    {
        using var folder = new TemporaryFolder();
        var result = await RunAsync(folder, "huge 9000000000000000000 s3://b/huge");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Matches("^huge needs 9000000000000000000 bytes, but the disk has [0-9]+ for it\n$", result.Error);
        Assert.Empty(Files(folder));
    }

    [SkippableFact]
    public async Task An_empty_directory_in_S3_is_tried_again_and_never_called_complete()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("buckets/b/empty"));
        var result = await RunAsync(folder, "empty 1 s3://b/empty");

        Assert.Equal(new ProcessResult(1, "s3://b/empty\n", "nothing in s3://b/empty; upload the model\n"), result);
        Assert.Empty(Files(folder));
    }

    [SkippableFact]
    public async Task A_copy_that_fails_is_not_complete()
    {
        using var folder = new TemporaryFolder();
        var result = await RunAsync(folder, "a 1 s3://b/a", "#!/bin/sh\necho AccessDenied >&2\nexit 254\n");

        Assert.Equal(new ProcessResult(254, "", "AccessDenied\n"), result);
        Assert.Empty(Files(folder));
    }

    private static async Task<ProcessResult> RunAsync(TemporaryFolder folder, string models, string aws = Aws)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("needs a POSIX shell");
        }

        Directory.CreateDirectory(folder.Combine("cache"));
        File.SetUnixFileMode(folder.Write("bin/aws", aws), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var run = await ComponentHarness.RunAsync(() => _ = new ModelCache("cache", StorageSamples.Cache(), Samples.In(Samples.KubernetesProvider())));
        var script = (string)run["kubernetes:apps/v1:DaemonSet", "cache-filler"].Inputs.SelectToken("spec.template.spec.containers[0].command[2]")!;
        // What follows only keeps the pod alive.
        var work = script[..script.IndexOf("touch /tmp/filled", StringComparison.Ordinal)];
        return await ProcessRunner.RunAsync("sh", ["-c", work], folder.Path, new Dictionary<string, string?>
        {
            ["PATH"] = $"{folder.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
            ["BUCKETS"] = folder.Combine("buckets"),
            ["CACHE_DIRECTORY"] = folder.Combine("cache"),
            ["MODELS"] = models,
        });
    }

    private static IEnumerable<string> Files(TemporaryFolder folder)
    {
        var cache = folder.Combine("cache");
        return Directory.EnumerateFiles(cache, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(cache, file)).Order(StringComparer.Ordinal);
    }
}
