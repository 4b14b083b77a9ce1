using Infra.Core.Configuration;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>The comment at the head of a file: where it comes from, and which of its values are not what an update would write.</summary>
internal static class ManifestHeader
{
    public static IEnumerable<string> Of(RenderedItem item, string environment)
    {
        string[] source = [$"{item.Resource.Urn}", $"Rendered from the environment '{environment}'; changes belong there."];
        string[] hidden = item.IsHidden ? ["", "Previews don't show this resource: the program makes it out of invented values. Take nothing in it for real."] : [];
        return source
            .Concat(hidden)
            .Concat(Section("Invented, because only an update can tell:", item.Invented))
            .Concat(Section("Redacted, because it is secret:", item.Redacted))
            .Select(static line => line.Length == 0 ? "#" : $"# {line}");
    }

    public static IEnumerable<string> OfRelease(RenderedRelease release, string environment, string command)
    {
        string[] chart =
        [
            "",
            $"Chart:      {Shown.Line(release.Chart)}",
            $"Version:    {Shown.Line(release.Version ?? "(newest)")}",
            .. release.Repository is { } repository ? (string[])[$"Repository: {repository}"] : [],
            $"Namespace:  {release.Namespace}",
            $"Release:    {release.Name}",
            "",
            .. command.Split('\n'),
        ];
        return Of(release, environment)
            .Concat(chart.Concat(Section("Options of the release that this command doesn't have:", HelmCommand.NotIn(release))).Select(static line => line.Length == 0 ? "#" : $"# {line}"));
    }

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines)
    {
        var listed = lines.Select(static line => $"  {line}").ToList();
        return listed.Count == 0 ? [] : ["", title, .. listed];
    }
}
