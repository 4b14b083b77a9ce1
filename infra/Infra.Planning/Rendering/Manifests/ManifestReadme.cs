using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>The index for people: the commands in their order, what to mend before they are run, and what is not in the folder.</summary>
internal static class ManifestReadme
{
    public static string Of(ManifestIndex index) => string.Concat(Lines(index).Select(static line => line + "\n"));

    private static IEnumerable<string> Lines(ManifestIndex index)
    {
        var files = index.Files.ToList();
        string[] intro =
        [
            $"# {index.Project}, environment {index.Stack}: manifests",
            "",
            $"Rendered from `Pulumi.{index.Stack}.yaml`. The folder is replaced as a whole at the next rendering: change the environment, not these files.",
            "`index.json` has the same for programs.",
            "",
            .. Commands(index),
        ];
        return intro
            .Concat(Paths("Invented values", "Only an update can tell these values, so they are made up: replace them before you apply the file.", files, static item => item.IsHidden ? ["(the whole file)"] : item.Invented))
            .Concat(Paths("Redacted values", "These are secret. Applying the file as it is overwrites a real secret with the word `redacted`.", files, static item => item.Redacted))
            .Concat(Resources("What the manifests rely on", "Other providers manage these; they must exist before the objects that use them.", index.Others))
            .Concat(Section("Kinds that something else must define", "No object here defines these custom resources: a chart does, or the cluster has them already.", [.. index.CustomKinds.Select(static kind => $"* `{kind}`")]))
            .Concat(Resources("Changes to objects of others", "Pulumi changes some fields of these objects, which something else owns; there is no file for that.", index.Patches))
            .Concat(Resources("Only read", "These exist already; the program looks at them.", index.Reads))
            .Concat(Resources("Only in previews", "A preview shows these, but an update wouldn't create them: the program asks whether it runs in a preview.", index.PreviewOnly));
    }

    private static IEnumerable<string> Commands(ManifestIndex index)
    {
        if (index.Steps.Count == 0)
        {
            return ["The environment has nothing in a cluster: there is nothing to apply."];
        }

        return
        [
            "## Apply",
            "",
            "In this folder, in this order. Don't apply the folders in one go (`-R`, `kustomize`): a later step needs what an earlier one has made.",
            "",
            "```sh",
            .. index.Steps.SelectMany(static step => step.Commands),
            "```",
        ];
    }

    private static IEnumerable<string> Paths(
        string title, string text, IEnumerable<(ManifestStep Step, RenderedItem Item)> files, Func<RenderedItem, IEnumerable<string>> pathsOf)
    {
        var lines = files.SelectMany(file => pathsOf(file.Item).Select(path => $"* `{file.Step.FileOf(file.Item)}`: `{path}`")).ToList();
        return Section(title, text, lines);
    }

    private static IEnumerable<string> Resources(string title, string text, IEnumerable<PlannedResource> resources) =>
        Section(title, text, [.. resources.Select(static r => $"* `{TypeLabel.Of(r.Type)}` {r.Name}{(r.ReadId is { } id ? $" (`{id}`)" : "")}")]);

    private static IEnumerable<string> Section(string title, string text, List<string> lines) =>
        lines.Count == 0 ? [] : ["", $"## {title}", "", text, "", .. lines];
}
