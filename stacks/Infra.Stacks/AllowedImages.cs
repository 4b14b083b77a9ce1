using System.Collections.Immutable;
using Infra.Core.Security;
using Infra.Core.Serving.Backends;
using Infra.Core.Versions;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;

namespace Infra.Stacks;

/// <summary>What the image policy of an environment allows.</summary>
internal static class AllowedImages
{
    // Its chart names it without a registry, as it then stands in the pods that batch (kserve v0.20.0, charts/kserve-resources, kserve.agent.image).
    private const string KServeAgent = "kserve/agent";

    // What the stack itself puts beside models and jobs, into their namespaces.
    private static readonly ImmutableArray<ImagePin> _own =
    [
        Pins.AwsCli, Pins.Curl, Pins.EndpointPicker, Pins.Mlflow, Pins.OpenResty, Pins.Pause, Pins.Postgres, Pins.PredictiveServer, Pins.RayLlm, Pins.TensorFlow,
        Pins.TensorFlowServing, Pins.Triton, Pins.Valkey, Pins.Vllm,
    ];

    /// <summary>The policy: what is configured, and what the stack puts into these namespaces by itself.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="config">The policy's part of it.</param>
    public static ImagePolicy Of(PlatformSettings settings, ImagePolicyConfig config) => new(
    [
        .. config.Registries,
        .. _own.SelectMany(image => new[] { image.Repository, CachedImages.Reference(settings, image.Repository) }),
        .. CachedImages.Sources(settings),
        .. settings.Models.Any(model => model is { Backend: ServingBackend.KServe, Batching: not null }) ? [KServeAgent, CachedImages.Reference(settings, $"docker.io/{KServeAgent}")] : Array.Empty<string>(),
    ]);
}
