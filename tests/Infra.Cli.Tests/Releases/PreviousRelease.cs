using System.IO.Compression;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Cli.Tests.Releases;

/// <summary>What the previous release planned (README.md beside this file says how it was recorded).</summary>
internal static class PreviousRelease
{
    private const string Suffix = ".json.gz";

    /// <summary>The folder of the release; there is one at a time.</summary>
    public static string Folder => Assert.Single(Directory.GetDirectories(RepositoryRoot.Combine("tests/Infra.Cli.Tests/Releases")));

    /// <summary>The environments that it had.</summary>
    public static IEnumerable<string> Environments => Directory.EnumerateFiles(Folder, "*" + Suffix).Select(file => Path.GetFileName(file)[..^Suffix.Length]).Order(StringComparer.Ordinal);

    /// <summary>The plan of one of them.</summary>
    public static Plan PlanOf(string environment)
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(Folder, environment + Suffix)), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        return PlanJson.Read(reader);
    }
}
