using Infra.Core.Configuration;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>The index for people: what to see to before the commands are run, the commands in their order, and what is not in the folder.</summary>
internal static class ManifestReadme
{
    public static string Of(ManifestIndex index) => string.Concat(Lines(index).Select(static line => line + "\n"));

    private static IEnumerable<string> Lines(ManifestIndex index)
    {
        string[] intro =
        [
            $"# {index.Project}, environment {index.Stack}: manifests",
            "",
            $"Rendered from {Source(index.Source)}. The folder is replaced as a whole at the next rendering: change the environment, not these files.",
            "`index.json` has the same for programs.",
        ];
        return intro
            .Concat(index.Steps.Count == 0 ? ["", "The environment has nothing in a cluster: there is nothing to apply."] : [.. ManifestPreparation.Lines(index), .. Commands(index)])
            .Concat(ManifestSection.OfResources("## Also in the environment", "Other providers manage these, and nothing in the cluster depends on them.", index.Others))
            .Concat(ManifestSection.OfResources("## Changes to objects of others", "Pulumi changes some fields of these objects, which something else owns; there is no file for that.", index.Patches))
            .Concat(ManifestSection.OfResources("## Only read", "These exist already; the program looks at them.", index.Reads))
            .Concat(ManifestSection.OfResources("## Only in previews", "A preview shows these, but an update wouldn't create them: the program asks whether it runs in a preview.", index.PreviewOnly));
    }

    private static string Source(ManifestSource source)
    {
        var overridden = source.Overridden.Count == 0 ? "" : $" with {string.Join(", ", source.Overridden.Select(Code))} set on the command line";
        return Code(source.File) + overridden;
    }

    /// <summary>A name of the user's may have a backtick in it.</summary>
    private static string Code(string text)
    {
        var line = Shown.Line(text, maxLength: 200);
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }

    private static IEnumerable<string> Commands(ManifestIndex index) =>
    [
        "",
        "## Apply",
        "",
        "In this folder, as one block: it ends at the first command that fails. Run it again from the start once the cause is mended; what is applied already stays as it is.",
        "Don't apply the folders in one go (`-R`, `kustomize`): a later step needs what an earlier one has made.",
        "",
        "```sh",
        "(",
        "set -e",
        .. index.Steps.SelectMany(static step => step.Commands),
        ")",
        "```",
    ];
}
