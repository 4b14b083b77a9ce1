using System.Text;
using Infra.Core;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Html;

/// <summary>The inputs of resources as text, as long as a page has room for them.</summary>
internal sealed class InputsText
{
    private const int MostLines = 80;
    private const int LongestLine = 400;

    // Of all resources: with these, a page of the largest shipped environment stays far below five megabytes.
    private const int Room = 1_500_000;

    private int _left = Room;

    /// <summary>Whether some resource had to go without.</summary>
    public bool IsFull => _left <= 0;

    /// <returns>The text; null where there is none, or no room.</returns>
    public string? Of(ValueMap inputs)
    {
        if (inputs.Count == 0 || IsFull)
        {
            return null;
        }

        var lines = PlanOutputs.Properties(inputs).Select(static line => line.ToString()).ToList();
        var text = new StringBuilder();
        foreach (var line in lines.Take(MostLines))
        {
            text.Append(line.Length <= LongestLine ? line : $"{line.AsSpan(0, LongestLine)}… ({line.Length - LongestLine} more characters)").Append('\n');
        }

        if (lines.Count > MostLines)
        {
            text.Append($"… ({Counted.Of(lines.Count - MostLines, "more line")})\n");
        }

        _left -= text.Length;
        return text.ToString();
    }
}
