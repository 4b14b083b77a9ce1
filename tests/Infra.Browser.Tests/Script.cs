using Infra.TestKit;

namespace Infra.Browser.Tests;

/// <summary>What a test asks a page.</summary>
internal static class Script
{
    public static string Contrast { get; } = Read("contrast.js");

    public static string Accessibility { get; } = Read("accessibility.js");

    public static string Charts { get; } = Read("charts.js");

    private static string Read(string file) => File.ReadAllText(RepositoryRoot.Combine("tests", "Infra.Browser.Tests", "Scripts", file));
}
