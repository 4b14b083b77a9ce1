using Infra.TestKit;

namespace Infra.Components.Tests.Serving;

/// <summary>Runs the script for models in S3 in a real shell, with an AWS CLI that copies a folder.</summary>
public sealed class SyncDirectoryScriptTests
{
    // Says what it was asked to do, because a sync that succeeds says nothing itself.
    private const string Aws =
        """
        #!/bin/sh
        echo "$@"
        cp -R "$BUCKET/." "$4"
        """;

    private const string NoModel = "no VERSION/saved_model.pb in s3://models/resnet; upload the model\n";

    [SkippableTheory]
    [InlineData("1/saved_model.pb")]
    [InlineData("1538687457/saved_model.pb")]
    public async Task A_version_with_a_model_is_what_the_server_waits_for(string uploaded)
    {
        using var folder = new TemporaryFolder();
        var result = await RunAsync(folder, uploaded);

        Assert.Equal(new ProcessResult(0, $"s3 sync s3://models/resnet {folder.Combine("model")} --only-show-errors\n", ""), result);
        Assert.Equal([uploaded], DownloadScript.Files(folder));
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("saved_model.pb")]
    [InlineData("1/variables/variables.index")]
    [InlineData("latest/saved_model.pb")]
    public async Task Without_one_the_container_fails_so_that_it_is_tried_again(string? uploaded)
    {
        using var folder = new TemporaryFolder();
        var result = await RunAsync(folder, uploaded);

        Assert.Equal((1, NoModel), (result.ExitCode, result.Error));
    }

    [SkippableFact]
    public async Task The_next_try_finds_what_was_uploaded_meanwhile()
    {
        using var folder = new TemporaryFolder();
        var first = await RunAsync(folder, null);
        var second = await RunAsync(folder, "2/saved_model.pb");

        Assert.Equal((1, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(["2/saved_model.pb"], DownloadScript.Files(folder));
    }

    [SkippableFact]
    public async Task A_sync_that_fails_is_not_taken_for_a_missing_model()
    {
        using var folder = new TemporaryFolder();
        var result = await RunAsync(folder, null, "#!/bin/sh\necho AccessDenied >&2\nexit 254\n");

        Assert.Equal(new ProcessResult(254, "", "AccessDenied\n"), result);
    }

    private static Task<ProcessResult> RunAsync(TemporaryFolder folder, string? uploaded, string aws = Aws)
    {
        Directory.CreateDirectory(folder.Combine("bucket"));
        if (uploaded is not null)
        {
            folder.Write($"bucket/{uploaded}", "x");
        }

        return DownloadScript.RunAsync(folder, ServingSamples.OnGpu(), "aws", aws, new Dictionary<string, string?>
        {
            ["BUCKET"] = folder.Combine("bucket"),
            ["MODEL_URI"] = "s3://models/resnet",
        });
    }
}
