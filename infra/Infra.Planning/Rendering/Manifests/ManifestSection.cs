using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>A list below a title in Markdown; nothing at all where the list is empty.</summary>
internal static class ManifestSection
{
    public static IEnumerable<string> Of(string title, string text, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : ["", title, "", text, "", .. all];
    }

    public static IEnumerable<string> OfResources(string title, string text, IEnumerable<PlannedResource> resources) =>
        Of(title, text, resources.Select(static r => $"* `{TypeLabel.Of(r.Type)}` {r.Name}{(r.ReadId is { } id ? $" (`{id}`)" : "")}"));
}
