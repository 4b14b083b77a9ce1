using Infra.Components.Batch;
using Infra.Components.Jobs;
using Infra.Components.Keda;
using Infra.Components.Serving;

namespace Infra.Examples;

/// <summary>KEDA, and a queue for whose messages it starts up to four Jobs.</summary>
public static class QueuedWork
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var keda = new KedaOperator("keda", new KedaOperatorArgs { ClusterName = cluster.Name }, cluster.With());
        _ = new BatchInference("score-uploads", new BatchInferenceArgs
        {
            JobName = "score-uploads",
            Namespace = cluster.Namespace,
            Pod = new JobPodArgs
            {
                Image = "registry.example.com/score:1.0.0",
                Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
                Pools = [ExistingCluster.Gpus("t4", 1)],
            },
            Queue = new WorkQueueArgs { Region = cluster.Region, ScalerRole = keda.RoleName, MaxJobs = 4 },
            ClusterName = cluster.Name,
        }, cluster.With(keda));
    }
}
