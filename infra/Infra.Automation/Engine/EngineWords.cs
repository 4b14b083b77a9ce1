using System.Text;

namespace Infra.Automation.Engine;

/// <summary>The engine's words are <c>create-replacement</c>, <c>in-progress</c>; the SDK's enumerations have the same in C#'s form.</summary>
internal static class EngineWords
{
    public static string Of(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
