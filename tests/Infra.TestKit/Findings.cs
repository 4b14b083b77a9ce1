namespace Infra.TestKit;

/// <summary>Fails with every finding in full; an assertion on a collection would cut them short.</summary>
public static class Findings
{
    /// <summary>Fails if there are any.</summary>
    /// <param name="findings">One line each.</param>
    public static void None(IEnumerable<string> findings)
    {
        var text = string.Join('\n', findings);
        if (text.Length > 0)
        {
            throw new InvalidOperationException(text);
        }
    }
}
