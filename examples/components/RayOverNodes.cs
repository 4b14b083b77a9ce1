using Infra.Components.Jobs;
using Infra.Components.RayClusters;
using Infra.Components.Serving;
using Infra.Components.Serving.Ray;

namespace Infra.Examples;

/// <summary>A cluster of Ray that grows with its work, and a training over two nodes on a cluster of its own.</summary>
public static class RayOverNodes
{
    private const string Image = "docker.io/rayproject/ray:2.52.0";

    // An image of yours on top of Ray's, with the program in it.
    private const string Program = "registry.example.com/finetune:1.0.0";

    /// <summary>Declares both.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var operators = new KubeRayOperator("kuberay", new KubeRayOperatorArgs(), cluster.With());
        _ = new RayCluster("research", new RayClusterArgs
        {
            RayClusterName = "research",
            Namespace = cluster.Namespace,
            Nodes = new RayNodesArgs
            {
                Head = Head(Image),
                Workers = [new RayWorkersArgs { GroupName = "gpu", Pod = Pod(Image, "8", "48Gi", 1), MinReplicas = 0, MaxReplicas = 4 }],
                Autoscaling = new RayAutoscalingArgs { IdleTimeoutSeconds = 300 },
            },
            // Whoever is in there may run what it wants.
            ClientNamespaces = ["research"],
        }, cluster.With(operators));
        _ = new RayTraining("finetune", new RayTrainingArgs
        {
            JobName = "finetune",
            Namespace = cluster.Namespace,
            Nodes = new RayNodesArgs
            {
                // The command runs here.
                Head = Head(Program),
                Workers = [new RayWorkersArgs { GroupName = "trainers", Pod = Pod(Program, "16", "64Gi", 4), MinReplicas = 2, MaxReplicas = 2 }],
            },
            Entrypoint = "python /app/train.py --workers 8",
            DeadlineSeconds = 24 * 60 * 60,
        }, cluster.With(operators));
    }

    private static RayHeadPodArgs Head(string image) => new()
    {
        Pod = new JobPodArgs { Image = image, Resources = new ResourcesArgs { Cpu = "1", Memory = "4Gi" }, Pools = [] },
    };

    private static JobPodArgs Pod(string image, string cpu, string memory, int gpus) => new()
    {
        Image = image,
        Resources = new ResourcesArgs { Cpu = cpu, Memory = memory, Devices = gpus },
        Pools = [ExistingCluster.Gpus("a10g", 4)],
    };
}
