using Infra.Core.Security;
using Infra.Core.Serving.Backends;
using Infra.Core.Versions;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>What the image policy of an environment allows.</summary>
internal static class AllowedImages
{
    // Its chart names it without a registry, as it then stands in the pods that batch (kserve v0.20.0, charts/kserve-resources, kserve.agent.image).
    private const string KServeAgent = "kserve/agent";

    /// <summary>The policy: what is configured, and what the stack puts into these namespaces by itself.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="config">The policy's part of it.</param>
    public static ImagePolicy Of(PlatformSettings settings, ImagePolicyConfig config) => new(
    [
        .. config.Registries,
        .. CachedImages.Sources(settings),
        .. Pins.InModelNamespaces.Select(image => image.Repository),
        .. settings.Models.Any(model => model is { Backend: ServingBackend.KServe, Batching: not null }) ? [KServeAgent] : Array.Empty<string>(),
    ]);
}
