using Pulumi;

namespace Infra.Components.Registry;

/// <summary>A database as the server sees it, whoever runs it.</summary>
/// <param name="Host">Host of the database.</param>
/// <param name="Encrypted">Whether connections have to be encrypted.</param>
/// <param name="Ready">What has to exist before the server starts.</param>
/// <param name="ServerPods">Labels of its pods; null where it isn't in the cluster.</param>
internal sealed record RegistryDatabase(Input<string> Host, bool Encrypted, Resource Ready, IReadOnlyDictionary<string, string>? ServerPods);
