using Infra.Components.Serving.KServe;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Serving.Ray;
using Infra.Core.Serving.Backends;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>The operators of the backends that models name; a cluster has one of each.</summary>
internal static class PlatformBackends
{
    /// <summary>Declares the operators.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="providers">Providers.</param>
    /// <param name="certificates">cert-manager, where the stack has it.</param>
    /// <returns>What models on a backend have to wait for, where it needs something.</returns>
    public static IReadOnlyDictionary<ServingBackend, ComponentResource> Create(PlatformSettings settings, PlatformCluster cluster, Providers providers, Resource[] certificates)
    {
        var operators = new Dictionary<ServingBackend, ComponentResource>();
        foreach (var backend in settings.Models.Select(model => model.Backend).Distinct().Order())
        {
            if (Operator(backend) is { } component)
            {
                operators[backend] = component;
            }
        }

        return operators;

        ComponentResource? Operator(ServingBackend backend) => backend switch
        {
            ServingBackend.KServe => new KServeOperator("kserve", new KServeOperatorArgs(), After(certificates)),
            ServingBackend.Ray => new KubeRayOperator("kuberay", new KubeRayOperatorArgs { Scraping = PlatformAccelerators.Scraping(settings) }, After()),
            ServingBackend.LeaderWorkerSet => new LeaderWorkerSetOperator("leader-worker-set", new LeaderWorkerSetOperatorArgs(), After()),
            _ => null,
        };

        ComponentResourceOptions After(params Resource[] resources) => providers.Component([.. cluster.Ready, .. resources]);
    }
}
