using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>What is applied together: nothing in a step depends on anything else in it.</summary>
/// <param name="Folder">The folder of its files; sorted by name, folders are in the order of the steps.</param>
/// <param name="Undefined">Of the objects: those whose kind something else must have defined.</param>
/// <param name="Needed">What something in a later step depends on.</param>
internal sealed record ManifestStep(string Folder, ValueList<RenderedItem> Items, ClusterAccess Cluster, ValueList<RenderedObject> Undefined, IReadOnlySet<Urn> Needed)
{
    public IEnumerable<string> Commands => Items[0] is RenderedRelease
        ? Items.OfType<RenderedRelease>().Select(release => HelmCommand.Of(release, FileOf(release), Cluster))
        : KubectlCommands.Check(Undefined, Cluster).Concat(KubectlCommands.Of(Folder, Items.OfType<RenderedObject>().ToList(), Cluster, Needed));

    public string FileOf(RenderedItem item) => $"{Folder}/{item.FileName}";
}
