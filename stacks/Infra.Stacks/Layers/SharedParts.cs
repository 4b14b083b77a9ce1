using Infra.Core.Serving.Backends;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Layers;

/// <summary>What a cluster has once, and models of several stacks use: who needs it, and whether this stack has it.</summary>
internal static class SharedParts
{
    /// <summary>Whether the stack has it in its cluster, because something of it needs it or because it offers it to others.</summary>
    public static bool Has(PlatformSettings settings, SharedPart part) => Offers(settings, part)
        || Needed(settings).Any(need => need.Part == part)
        // One chart more on the same KServe.
        || (part == SharedPart.KServe && Has(settings, SharedPart.LlmInferenceService));

    /// <summary>Whether the stack has it for others.</summary>
    public static bool Offers(PlatformSettings settings, SharedPart part) => settings.Platform?.Offers.Contains(part) == true;

    /// <summary>What models and jobs of the configuration need, with the path of the first that does.</summary>
    public static IEnumerable<(SharedPart Part, string Path)> Needed(PlatformSettings settings) =>
    [
        .. settings.Models.SelectMany((model, i) => Of(model).Select(part => (part, PlatformRules.At("models", i)))),
        .. ConfiguredRay.Of(settings).Select(ray => (SharedPart.Ray, ray.Path)),
        .. ConfiguredJob.Of(settings).Where(job => PlatformPriorities.ClassOf(job.Pod.Priority) is not null).Select(job => (SharedPart.Priorities, job.PodPath)),
    ];

    private static IEnumerable<SharedPart> Of(ModelConfig model)
    {
        if (OfBackend(model.Backend) is { } backend)
        {
            yield return backend;
        }

        if (ModelScaling.NeedsKeda(model))
        {
            yield return SharedPart.Keda;
        }

        if (PlatformPriorities.ClassOf(model.Priority) is not null)
        {
            yield return SharedPart.Priorities;
        }

        if (model.VerticalRecommendations)
        {
            yield return SharedPart.VerticalRecommender;
        }
    }

    private static SharedPart? OfBackend(ServingBackend backend) => backend switch
    {
        ServingBackend.KServe => SharedPart.KServe,
        ServingBackend.LlmInferenceService => SharedPart.LlmInferenceService,
        ServingBackend.Ray => SharedPart.Ray,
        ServingBackend.LeaderWorkerSet => SharedPart.LeaderWorkerSet,
        _ => null,
    };

    /// <summary>The backend that a part installs; null for what is none.</summary>
    public static ServingBackend? Backend(SharedPart part) => part switch
    {
        SharedPart.KServe => ServingBackend.KServe,
        SharedPart.LlmInferenceService => ServingBackend.LlmInferenceService,
        SharedPart.Ray => ServingBackend.Ray,
        SharedPart.LeaderWorkerSet => ServingBackend.LeaderWorkerSet,
        _ => null,
    };
}
