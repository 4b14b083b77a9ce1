using Infra.Components.Serving;
using Infra.Components.Serving.Ray;

namespace Infra.Examples;

/// <summary>KubeRay, and a Ray Serve application with one to five workers of a GPU each, by the requests that they have in work.</summary>
public static class ModelOnRay
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var ray = new KubeRayOperator("kuberay", new KubeRayOperatorArgs(), cluster.With());
        _ = new InferenceService("detector", new InferenceServiceArgs
        {
            Model = "detector",
            Namespace = cluster.Namespace,
            Runtime = "container",
            Backend = "ray",
            // An image of yours on top of Ray's, with the application in it.
            Container = new ServerContainerArgs { Image = "registry.example.com/detector:1.0.0" },
            Ray = new RayArgs { Application = new RayApplicationArgs { ImportPath = "detector:app", Deployment = "Detector" } },
            ModelSize = "500Mi",
            Pools = [ExistingCluster.Gpus("t4", 1)],
            Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
            Autoscaling = new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 5, Concurrency = 4 },
        }, cluster.With(ray));
    }
}
