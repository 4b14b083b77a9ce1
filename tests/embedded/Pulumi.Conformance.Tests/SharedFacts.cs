namespace Pulumi.Conformance.Tests;

/// <summary>The API lists, which live beside the repository and not in it.</summary>
internal static class SharedFacts
{
    public static string RepositoryRoot => Infra.TestKit.RepositoryRoot.Path;

    private static string ApiDirectory { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "pulumi-api"));

    public static bool Exist => Directory.Exists(ApiDirectory);

    /// <summary>Skips where the facts aren't at hand; where they are, there is nothing to skip for.</summary>
    public static void Require() => Skip.IfNot(Exist, $"The API lists aren't there: {Path.Combine("..", "shared", "pulumi-api")} beside the repository.");

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(ApiDirectory, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(ApiDirectory, file));
}
