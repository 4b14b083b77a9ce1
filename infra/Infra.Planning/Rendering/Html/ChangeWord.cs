using Infra.Planning.Diffing;

namespace Infra.Planning.Rendering.Html;

/// <summary>What becomes of a resource, as Pulumi marks it.</summary>
internal sealed record ChangeWord(string Mark, string Name, string Colour)
{
    public static ChangeWord Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Replace => new("±", "replace", "bad"),
        ChangeKind.UpdateOrReplace => new("?", "update or replace", "warn"),
        ChangeKind.Delete => new("−", "delete", "bad"),
        ChangeKind.Update => new("~", "update", "warn"),
        ChangeKind.Create => new("+", "create", "good"),
        ChangeKind.Import => new("=", "import", "good"),
        ChangeKind.Read => new(">", "read", "quiet"),
        _ => new("→", "rename", "quiet"),
    };
}
