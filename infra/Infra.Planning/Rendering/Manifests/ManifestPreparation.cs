namespace Infra.Planning.Rendering.Manifests;

/// <summary>What the reader of a rendering has to see to before anything is applied.</summary>
internal static class ManifestPreparation
{
    public static IEnumerable<string> Lines(ManifestIndex index)
    {
        var files = index.Files.ToList();
        string[] title = ["", "## Before you apply"];
        return title
            .Concat(ManifestSection.Of("### Cluster", "The commands work here:", index.Steps.Select(static step => Cluster(step.Cluster)).Distinct()))
            .Concat(ManifestSection.Of(
                "### Kinds that must exist",
                "No object here defines these custom resources: a chart does, or the cluster has them already. The commands look before they apply the files.",
                index.FilesByCustomKind.Select(static kind => $"* `{kind.Key}`: {string.Join(", ", kind.Select(static file => $"`{file}`"))}")))
            .Concat(Paths("### Invented values", "Only an update can tell these values, so they are made up: replace them before you apply the file.", files, static item => item.IsHidden ? ["(the whole file)"] : item.Invented))
            .Concat(Paths("### Redacted values", "These are secret. Applying the file as it is overwrites a real secret with the word `redacted`.", files, static item => item.Redacted))
            .Concat(ManifestSection.OfResources("### What the manifests rely on", "Other providers manage these; they must exist before the objects that use them.", index.ReliesOn));
    }

    private static string Cluster(ClusterAccess cluster) => cluster switch
    {
        { Login: { } login, Context: var arn } => $"* `{arn}`, a cluster of EKS. This makes the context that the commands name: `{login}`",
        { Context: { } context, Kubeconfig: { } kubeconfig } => $"* the context `{context}` of `{kubeconfig}`{Start(kubeconfig)}",
        { Context: { } context } => $"* the context `{context}` of your kubeconfig",
        { Kubeconfig: { } kubeconfig } => $"* the current context of `{kubeconfig}`{Start(kubeconfig)}",
        _ => "* wherever kubectl points to, because the program names no context. Look first: `kubectl config current-context`",
    };

    private static string Start(string kubeconfig) =>
        kubeconfig[0] is '/' or '~' ? "" : "; Pulumi takes that path from the folder of `Pulumi.yaml`, kubectl and Helm from this one";

    private static IEnumerable<string> Paths(
        string title, string text, IEnumerable<(ManifestStep Step, RenderedItem Item)> files, Func<RenderedItem, IEnumerable<string>> pathsOf) =>
        ManifestSection.Of(title, text, files.SelectMany(file => pathsOf(file.Item).Select(path => $"* `{file.Step.FileOf(file.Item)}`: `{path}`")));
}
