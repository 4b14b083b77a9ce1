using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests;

/// <summary>The facts that lie beside the working copy of the project's own developers; elsewhere the tests that need them are skipped.</summary>
internal static class SharedFacts
{
    public static JObject Read(string file) => JObject.Parse(ReadText(file));

    public static string ReadText(string file)
    {
        var folder = Path.Combine(RepositoryRoot(), "..", "shared");
        Skip.IfNot(Directory.Exists(folder), $"needs ../shared/{file}");
        return File.ReadAllText(Path.Combine(folder, file));
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Infra.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
