using Newtonsoft.Json.Linq;
using Xunit;

namespace Infra.TestKit;

/// <summary>
/// Facts that are too large or not ours to keep in the repository (API lists, CRD schemas), in a folder <c>shared</c> beside
/// the checkout. Most machines don't have it: tests that need it are skipped there.
/// </summary>
public static class SharedFacts
{
    /// <summary>The path of a file or folder among the facts; skips the test where there is none.</summary>
    /// <exception cref="FileNotFoundException">In CI: the facts are there, but not this one. Skipping would hide a check for good.</exception>
    public static string Require(params ReadOnlySpan<string> parts) =>
        Require(System.IO.Path.Combine(RepositoryRoot.Path, "..", "shared"), Environment.GetEnvironmentVariable("CI") == "true", parts);

    /// <summary>The text of a file among the facts, such as <c>data/aws-enums.json</c>; skips as <see cref="Require(ReadOnlySpan{string})"/> does.</summary>
    public static string ReadText(string file) => File.ReadAllText(Require(file.Split('/')));

    /// <summary>The same of a JSON document.</summary>
    public static JObject ReadJson(string file) => JObject.Parse(ReadText(file));

    /// <summary>The lines of a file among the facts.</summary>
    public static string[] ReadLines(string file) => File.ReadAllLines(Require(file.Split('/')));

    internal static string Require(string folder, bool isCi, params ReadOnlySpan<string> parts)
    {
        folder = System.IO.Path.GetFullPath(folder);
        var path = System.IO.Path.Combine([folder, .. parts]);
        if (File.Exists(path) || Directory.Exists(path))
        {
            return path;
        }
        if (isCi && Directory.Exists(folder))
        {
            throw new FileNotFoundException($"'{string.Join('/', parts)}' is missing from the shared facts in '{folder}'.", path);
        }
        Skip.If(true, $"needs '{string.Join('/', parts)}' in a folder 'shared' beside the checkout");
        return path;
    }
}
