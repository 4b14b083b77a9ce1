using Infra.Components.Serving.Ray;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>Ray's kinds that no model makes by itself.</summary>
public sealed class RayResourceTests
{
    [SkippableFact]
    public async Task A_job_and_a_cluster_fit_their_definitions()
    {
        var run = await ComponentHarness.RunAsync(
            () =>
            {
                var options = new CustomResourceOptions { Provider = Samples.KubernetesProvider() };
                _ = new KubeRayCluster("cluster", new KubeRayClusterArgs { Metadata = new ObjectMetaArgs { Name = "cluster" }, Spec = Cluster() }, options);
                _ = new KubeRayJob("job", new KubeRayJobArgs
                {
                    Metadata = new ObjectMetaArgs { Name = "job" },
                    Spec = new KubeRayJobSpecArgs
                    {
                        Entrypoint = "python train.py",
                        RuntimeEnvYAML = "{\"env_vars\": {\"EPOCHS\": \"3\"}}",
                        BackoffLimit = 1,
                        ActiveDeadlineSeconds = 3600,
                        ShutdownAfterJobFinishes = true,
                        TtlSecondsAfterFinished = 600,
                        SubmissionMode = "HTTPMode",
                        RayClusterSpec = Cluster(),
                    },
                }, options);
            },
            Samples.Options);

        Assert.Equal([], CustomResourceDefinitions.Problems(run["kubernetes:ray.io/v1:RayCluster", "cluster"].Inputs));
        Assert.Equal([], CustomResourceDefinitions.Problems(run["kubernetes:ray.io/v1:RayJob", "job"].Inputs));
    }

    private static RayClusterSpecArgs Cluster() => new()
    {
        RayVersion = "2.52.0",
        HeadGroupSpec = new RayHeadGroupArgs { RayStartParams = { ["num-cpus"] = "0" }, Template = Pod() },
        WorkerGroupSpecs = { new RayWorkerGroupArgs { GroupName = "gpu", Replicas = 1, MinReplicas = 1, MaxReplicas = 1, NumOfHosts = 2, Template = Pod() } },
    };

    private static PodTemplateSpecArgs Pod() => new() { Spec = new PodSpecArgs { Containers = { new ContainerArgs { Name = "ray", Image = "docker.io/rayproject/ray:2.52.0" } } } };
}
