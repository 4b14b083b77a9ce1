using Infra.Core.Configuration;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>What a rendering is made from.</summary>
/// <param name="File">The configuration, as a reader of the folder finds it.</param>
/// <param name="Overridden">Keys that the command line set on top of it. Their values are not kept: they may be secret.</param>
public sealed record ManifestSource(string File, ValueList<string> Overridden)
{
    /// <summary>An environment's own file as it is.</summary>
    public static ManifestSource Of(string environment) => new(EnvironmentFileName.Of(environment), []);
}
