using Infra.Core.Footprints;
using Infra.Core.Registry;

namespace Infra.Components.Registry;

/// <summary>The registry's pods, known before their component exists.</summary>
internal static class RegistryFootprints
{
    /// <summary>The pods.</summary>
    public static IEnumerable<PodFootprint> Of(int replicas, bool ownDatabase)
    {
        yield return new PodFootprint
        {
            Workload = ModelRegistryArgs.DefaultName,
            Kind = WorkloadKind.Deployment,
            Replicas = replicas,
            Cpu = MlflowServer.Cpu,
            Memory = MlflowServer.Memory,
            Source = "the registry's own Deployment",
        };
        if (ownDatabase)
        {
            yield return new PodFootprint
            {
                Workload = $"{ModelRegistryArgs.DefaultName}-db",
                Kind = WorkloadKind.Deployment,
                Cpu = MlflowServer.DatabaseCpu,
                Memory = MlflowServer.DatabaseMemory,
                Source = "the registry's own StatefulSet",
            };
        }
    }
}
