using Infra.Components.Serving.KServe;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Serving.Ray;
using Infra.Core.Serving.Backends;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;
using Infra.Stacks.Layers;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>The operators of the backends that models name, and KubeRay for clusters and trainings too; a cluster has one of each.</summary>
internal static class PlatformBackends
{
    /// <summary>Whether models have KServe's controller of language models.</summary>
    public static bool HasLanguageModels(PlatformSettings settings) => SharedParts.Has(settings, SharedPart.LlmInferenceService);

    /// <summary>The backends of which something needs the operator, here or in stacks of models.</summary>
    public static IEnumerable<ServingBackend> Needed(PlatformSettings settings) => settings.Models.Select(model => model.Backend)
        .Concat(ConfiguredRay.Of(settings).Select(_ => ServingBackend.Ray))
        .Concat((settings.Platform?.Offers ?? []).Select(SharedParts.Backend).OfType<ServingBackend>())
        .Distinct()
        .Order();

    /// <summary>Declares the operators.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="providers">Providers.</param>
    /// <param name="certificates">cert-manager, where the stack has it.</param>
    /// <returns>What has to be waited for on a backend, where that needs something.</returns>
    public static IReadOnlyDictionary<ServingBackend, ComponentResource> Create(PlatformSettings settings, PlatformCluster cluster, Providers providers, Resource[] certificates)
    {
        var operators = new Dictionary<ServingBackend, ComponentResource>();
        KServeOperator? kserve = null;
        foreach (var backend in Needed(settings))
        {
            if (Operator(backend) is { } component)
            {
                operators[backend] = component;
            }
        }

        return operators;

        ComponentResource? Operator(ServingBackend backend) => backend switch
        {
            ServingBackend.KServe or ServingBackend.LlmInferenceService => kserve ??= new KServeOperator("kserve", new KServeOperatorArgs { LanguageModels = HasLanguageModels(settings) }, After(certificates)),
            ServingBackend.Ray => new KubeRayOperator("kuberay", new KubeRayOperatorArgs { Scraping = settings.Monitoring.Scraping() }, After()),
            ServingBackend.LeaderWorkerSet => new LeaderWorkerSetOperator("leader-worker-set", new LeaderWorkerSetOperatorArgs(), After()),
            _ => null,
        };

        ComponentResourceOptions After(params Resource[] resources) => providers.Component([.. cluster.Ready, .. resources]);
    }
}
