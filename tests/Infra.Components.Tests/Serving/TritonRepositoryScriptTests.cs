using Infra.TestKit;

namespace Infra.Components.Tests.Serving;

/// <summary>Runs the script for Triton's repository in a real shell, with an AWS CLI that copies a folder.</summary>
public sealed class TritonRepositoryScriptTests
{
    private const string Aws =
        """
        #!/bin/sh
        cp -R "$BUCKET/." "$4"
        """;

    [SkippableFact]
    public async Task Our_configuration_takes_the_place_of_the_repositorys()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bucket/detector/1/model.onnx", "x");
        folder.Write("bucket/detector/config.pbtxt", "theirs");
        folder.Write("bucket/ensemble/1/empty", "");
        folder.Write("bucket/ensemble/config.pbtxt", "theirs");
        var result = await RunAsync(folder);

        Assert.Equal(new ProcessResult(0, "", ""), result);
        Assert.Equal("ours", File.ReadAllText(folder.Combine("model/detector/config.pbtxt")));
        Assert.Equal("theirs", File.ReadAllText(folder.Combine("model/ensemble/config.pbtxt")));
    }

    [SkippableFact]
    public async Task A_configured_model_that_is_not_there_stops_the_pod()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bucket/other/1/model.onnx", "x");
        var result = await RunAsync(folder);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("detector/config.pbtxt", result.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_repository_without_a_version_is_no_repository()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bucket/detector/model.onnx", "x");
        var result = await RunAsync(folder);

        Assert.Equal((1, "no MODEL/VERSION/FILE in s3://models/vision; upload the model\n"), (result.ExitCode, result.Error));
    }

    private static Task<ProcessResult> RunAsync(TemporaryFolder folder)
    {
        folder.Write("config/detector.pbtxt", "ours");
        return DownloadScript.RunAsync(folder, RuntimeSamples.Triton(), "aws", Aws, new Dictionary<string, string?>
        {
            ["BUCKET"] = folder.Combine("bucket"),
            ["CONFIGURATION_DIRECTORY"] = folder.Combine("config"),
            ["MODEL_URI"] = "s3://models/vision",
        });
    }
}
