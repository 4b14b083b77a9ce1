namespace Infra.Planning.Rendering.Html;

/// <summary>The colours of text on a terminal, as the page's style sheet calls them. None says anything that a word doesn't.</summary>
internal static class RoleColour
{
    public static string Of(TextRole role) => role switch
    {
        TextRole.Error or TextRole.Replace or TextRole.Delete => "bad",
        TextRole.Warning or TextRole.Update => "warn",
        TextRole.Create => "good",
        _ => "quiet",
    };
}
