using System.Runtime.CompilerServices;

namespace Infra.TestKit;

/// <summary>
/// Compares a text with the file of that name in the test project's folder <c>Golden</c>.
/// With <c>UPDATE_GOLDEN=1</c> in the environment the file is written instead; review the difference before you commit it.
/// </summary>
public static class Golden
{
    public const string Folder = "Golden";

    /// <exception cref="GoldenMismatchException">The texts differ, or there is no such file.</exception>
    public static void Match(string actual, string name, [CallerFilePath] string testFile = "") =>
        Match(actual, Path.Combine(ProjectFolder(testFile), Folder, name), IsUpdate);

    /// <summary>Compares a text with a document of the repository, which is made of sources as a golden file is.</summary>
    /// <param name="file">Path from the root of the repository.</param>
    /// <exception cref="GoldenMismatchException">The texts differ, or there is no such file.</exception>
    public static void MatchDocument(string actual, string file) => Match(actual, RepositoryRoot.Combine(file), IsUpdate);

    internal static void Match(string actual, string file, bool update)
    {
        if (update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }
        if (!File.Exists(file))
        {
            throw new GoldenMismatchException($"There is no golden file '{file}'. {HowToUpdate}");
        }
        var expected = File.ReadAllText(file);
        if (expected != actual)
        {
            throw new GoldenMismatchException($"{Path.GetFileName(file)}, {FirstDifference(expected, actual)}\n{HowToUpdate}");
        }
    }

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    private const string HowToUpdate = "If the new text is right, run the test with UPDATE_GOLDEN=1 and commit the file.";

    private static string FirstDifference(string expected, string actual)
    {
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < wanted.Length && line < found.Length && wanted[line] == found[line])
        {
            line++;
        }
        return $"line {line + 1}:\n  expected: {At(wanted, line)}\n  actual:   {At(found, line)}";
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(the text has ended)";

    private static string ProjectFolder(string testFile)
    {
        var folder = Path.GetDirectoryName(testFile);
        while (folder is not null && Directory.GetFiles(folder, "*.csproj").Length == 0)
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException($"No project file above '{testFile}'.");
    }
}
