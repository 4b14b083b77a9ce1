using Infra.Planning.Rendering;
using Spectre.Console;

namespace Infra.Cli;

/// <summary>How a terminal shows what a text means.</summary>
internal static class TextStyles
{
    public static Style Of(TextRole role) => role switch
    {
        TextRole.Heading => new Style(decoration: Decoration.Bold),
        TextRole.Guide => new Style(Color.Grey),
        TextRole.Create => new Style(Color.Green),
        TextRole.Update => new Style(Color.Yellow),
        TextRole.Replace => new Style(Color.Fuchsia),
        TextRole.Delete => new Style(Color.Red),
        TextRole.Read => new Style(Color.Aqua),
        TextRole.Unknown or TextRole.Secret => new Style(Color.Grey, decoration: Decoration.Italic),
        TextRole.Warning => new Style(Color.Yellow),
        TextRole.Error => new Style(Color.Red),
        _ => Style.Plain,
    };
}
