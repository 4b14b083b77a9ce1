using Infra.Core.Naming;
using Infra.Core.Units;

namespace Infra.Core.Storage;

/// <summary>A model that is kept on the disks of nodes.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Source">Where it comes from, as written in the configuration.</param>
/// <param name="Size">Upper bound of its files.</param>
public sealed record CachedModel(string Model, string Source, ByteSize Size)
{
    /// <summary>
    /// Its directory in the cache. It changes with the source, so that a directory that is complete never changes again, and pods of the old one keep theirs until
    /// they have loaded.
    /// </summary>
    public string Directory => $"{Model}-{ShortHash.Of(Source)}";
}
