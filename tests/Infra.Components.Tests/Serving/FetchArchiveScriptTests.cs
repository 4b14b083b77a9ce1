using System.Formats.Tar;
using System.IO.Compression;
using Infra.TestKit;

namespace Infra.Components.Tests.Serving;

/// <summary>Runs the script for archives in a real shell, with a curl that copies a file.</summary>
public sealed class FetchArchiveScriptTests
{
    private const string Curl =
        """
        #!/bin/sh
        while [ "$1" != --output ]; do shift; done
        cp "$ARCHIVE" "$2"
        """;

    [SkippableTheory]
    [InlineData("1538687457/saved_model.pb", "1538687457/saved_model.pb")]
    [InlineData("resnet v2/1538687457/saved_model.pb", "1538687457/saved_model.pb")]
    [InlineData("resnet/saved_model.pb", "1/saved_model.pb")]
    [InlineData("saved_model.pb", "1/saved_model.pb")]
    public async Task A_model_lands_in_a_directory_named_by_a_number(string packed, string found)
    {
        using var folder = new TemporaryFolder();
        var result = await RunAsync(folder, packed);

        Assert.Equal(new ProcessResult(0, "", ""), result);
        Assert.Equal([found], DownloadScript.Files(folder));
    }

    [SkippableFact]
    public async Task A_second_try_starts_from_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("model/.download/model.tar.gz", "half of an archive");
        folder.Write("model/7/stale.txt", "of an earlier try");
        var result = await RunAsync(folder, "7/saved_model.pb");

        Assert.Equal(new ProcessResult(0, "", ""), result);
        Assert.Equal(["7/saved_model.pb"], DownloadScript.Files(folder));
    }

    [SkippableFact]
    public async Task An_archive_without_a_model_says_so()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(new ProcessResult(1, "", "no saved_model.pb in https://example.com/resnet.tar.gz\n"), await RunAsync(folder, "readme.txt"));
    }

    private static async Task<ProcessResult> RunAsync(TemporaryFolder folder, string packed)
    {
        folder.Write($"packed/{packed}", "x");
        Directory.CreateDirectory(folder.Combine("model"));
        await using (var archive = File.Create(folder.Combine("model.tar.gz")))
        await using (var compressed = new GZipStream(archive, CompressionLevel.Fastest))
        {
            await TarFile.CreateFromDirectoryAsync(folder.Combine("packed"), compressed, includeBaseDirectory: false);
        }

        return await DownloadScript.RunAsync(folder, ServingSamples.OnCpu(), "curl", Curl, new Dictionary<string, string?>
        {
            ["ARCHIVE"] = folder.Combine("model.tar.gz"),
            ["MODEL_URL"] = "https://example.com/resnet.tar.gz",
        });
    }
}
