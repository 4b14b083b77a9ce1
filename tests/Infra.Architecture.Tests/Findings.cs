namespace Infra.Architecture.Tests;

/// <summary>Fails with every finding in full; an assertion on a collection would cut them short.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var text = string.Join('\n', findings);
        Assert.True(text.Length == 0, text);
    }
}
