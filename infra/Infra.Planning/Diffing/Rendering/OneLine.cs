using Infra.Core.Configuration;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>Text of a plan on one line: names and keys may hold anything.</summary>
internal static class OneLine
{
    public static string Of(string text) => Shown.OnTerminal(text).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
