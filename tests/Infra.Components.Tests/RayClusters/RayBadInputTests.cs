using Infra.Components.RayClusters;
using Infra.Components.Tests.Jobs;
using Pulumi;

namespace Infra.Components.Tests.RayClusters;

/// <summary>What programs that use the components are told.</summary>
public sealed class RayBadInputTests
{
    [Fact]
    public async Task All_problems_of_a_cluster_at_once()
    {
        var head = RaySamples.Pod("1", "4Gi", 1);
        head.Command.Add("sleep");
        var nodes = new RayNodesArgs
        {
            Head = new RayHeadPodArgs { Pod = head, StartParams = new Dictionary<string, string> { ["--num-cpus"] = "0" } },
            Workers =
            [
                new RayWorkersArgs { GroupName = "GPU", Pod = RaySamples.Pod("1", "4Gi"), MinReplicas = -1, MaxReplicas = 0 },
                new RayWorkersArgs { GroupName = "cpu", Pod = RaySamples.Pod("1", "4Gi", 0, Samples.CpuPool()), MinReplicas = 2, Replicas = 1, MaxReplicas = 4 },
                new RayWorkersArgs { GroupName = "cpu", Pod = RaySamples.Pod("1", "4Gi", 0, Samples.CpuPool()), MinReplicas = 2, MaxReplicas = 1 },
            ],
            Autoscaling = new RayAutoscalingArgs { IdleTimeoutSeconds = -1, Upscaling = "Fast" },
        };

        Assert.Equal(
            """
            14 problems in gpu-inference:index:RayCluster:
              ray.rayClusterName: 'Research' is not a cluster's name; allowed: 1 to 51 characters, lowercase letters, digits and '-', with a letter or digit at both ends
              ray.nodes.head.pod.pools: empty; name at least one pool that the pods may run on
              ray.nodes.head.pod.command: KubeRay writes the command that starts Ray; remove command and arguments
              ray.nodes.head.startParams.--num-cpus: is no flag of ray start; allowed: lower-case letters, digits and '-', without the dashes before it
              ray.nodes.workers[0].groupName: 'GPU' is no group's name; allowed: lowercase letters, digits and '-', with a letter or digit at both ends
              ray.nodes.workers[0].minReplicas: -1 is less than 0
              ray.nodes.workers[0].maxReplicas: 0 is less than 1
              ray.nodes.workers[0].pod.pools: empty; name at least one pool that the pods may run on
              ray.nodes.workers[1].replicas: 1 is not between minReplicas and maxReplicas, 2 and 4
              ray.nodes.workers[1].replicas: set together with autoscaling, which owns the number of workers; remove one of them
              ray.nodes.workers[2].groupName: 'cpu' is the name of another group already
              ray.nodes.workers[2].maxReplicas: 1 is less than 2
              ray.nodes.autoscaling.idleTimeoutSeconds: -1 is less than 0
              ray.nodes.autoscaling.upscaling: 'Fast' is none of Default, Conservative, Aggressive
            """,
            await MessageAsync(options => _ = new RayCluster("ray", new RayClusterArgs { RayClusterName = "Research", Namespace = "models", Nodes = nodes }, options)));
    }

    [Fact]
    public async Task All_problems_of_a_training_at_once() => Assert.Equal(
        """
        7 problems in gpu-inference:index:RayTraining:
          training.jobName: 'a-name-that-is-longer-than-what-kuberay-takes-x1' is not a job's name; allowed: 1 to 47 characters, lowercase letters, digits and '-', with a letter or digit at both ends
          training.nodes.workers: empty; a cluster without workers computes nothing
          training.retries: -1 is less than 0
          training.deadlineSeconds: 0 is less than 1
          training.keepSeconds: -1 is less than 0
          training.entrypoint: empty; say which command trains
          training.clusterName: missing; pods get their role through the Pod Identity of an EKS cluster
        """,
        await MessageAsync(options => _ = new RayTraining("training", new RayTrainingArgs
        {
            JobName = "a-name-that-is-longer-than-what-kuberay-takes-x1",
            Namespace = "models",
            Nodes = new RayNodesArgs { Head = new RayHeadPodArgs { Pod = RaySamples.Pod("1", "4Gi") }, Workers = [] },
            Entrypoint = " ",
            Retries = -1,
            DeadlineSeconds = 0,
            KeepSeconds = -1,
            Policy = JobSamples.Policy,
        }, options)));

    private static async Task<string> MessageAsync(Action<ComponentResourceOptions> make) =>
        (await Assert.ThrowsAsync<ResourceException>(() => JobSamples.Run(make))).Message;
}
