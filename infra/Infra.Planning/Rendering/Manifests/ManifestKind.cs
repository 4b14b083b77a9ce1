using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>What a resource of a plan is to somebody who applies manifests.</summary>
internal enum ManifestKind
{
    /// <summary>An object of the cluster.</summary>
    Object,

    /// <summary>A chart that Helm installs.</summary>
    Release,

    /// <summary>A change to an object that something else owns.</summary>
    Patch,

    /// <summary>There already; only read.</summary>
    Read,

    /// <summary>Managed by another provider.</summary>
    Other,

    /// <summary>Groups resources or configures a provider: nothing exists for it outside of Pulumi.</summary>
    None,
}
