using Infra.Components.Batch;
using Infra.Components.Jobs;
using Infra.Components.Queues;
using Infra.Components.RayClusters;
using Infra.Components.Serving;
using Infra.Components.Tests.Tenants;
using Infra.Components.Training;
using Infra.TestKit.Components;
using Infra.TestKit.Helm;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Queues;

/// <summary>Kueue, the pools as it knows them, and the jobs that wait in it.</summary>
public sealed class QueueTests
{
    private const string Label = "kueue.x-k8s.io/queue-name";

    [SkippableFact]
    public async Task Kueue_is_a_pinned_chart_with_values_that_it_knows_in_a_restricted_namespace()
    {
        var run = await Run(options => _ = new KueueOperator("kueue", new KueueOperatorArgs(), options));
        var release = run["kubernetes:helm.sh/v3:Release", "kueue-release"].Inputs;

        Assert.Equal(("oci://registry.k8s.io/kueue/charts/kueue", "0.19.2", "kueue-system"), ((string?)release["chart"], (string?)release["version"], (string?)release["namespace"]));
        Assert.Equal("v0.19.2", release.SelectToken("values.controllerManager.manager.image.tag"));
        Assert.Equal("restricted", run["kubernetes:core/v1:Namespace", "kueue-namespace"].Inputs.SelectToken("metadata.labels['pod-security.kubernetes.io/enforce']"));
        Assert.Equal([], HelmValues.Problems("kueue", (JObject)release["values"]!));
    }

    // Deployments and pods aren't among the kinds that it holds back: models are no jobs.
    [Theory]
    [InlineData(false, """["batch/job"]""")]
    [InlineData(true, """["batch/job", "ray.io/rayjob"]""")]
    public async Task It_holds_back_jobs_only_and_counts_devices_only(bool ray, string kinds)
    {
        var run = await Run(options => _ = new KueueOperator("kueue", new KueueOperatorArgs { Ray = ray }, options));
        var configuration = JObject.Parse((string)run["kubernetes:helm.sh/v3:Release", "kueue-release"].Inputs.SelectToken("values.managerConfig.controllerManagerConfigYaml")!);

        JsonAssert.Same(kinds, configuration.SelectToken("integrations.frameworks"));
        JsonAssert.Same("""["cpu", "memory", "ephemeral-storage", "vpc.amazonaws.com/efa"]""", configuration.SelectToken("resources.excludeResourcePrefixes"));
        Assert.Equal(("config.kueue.x-k8s.io/v1beta2", 9443), ((string?)configuration["apiVersion"], (int)configuration.SelectToken("webhook.port")!));
    }

    [SkippableFact]
    public async Task A_pool_is_a_flavor_whose_nodes_and_taints_are_its_own()
    {
        var flavor = (await Run(options => _ = new PoolFlavors("flavors", TenantSamples.Flavors(), options)))["kubernetes:kueue.x-k8s.io/v1beta2:ResourceFlavor", "flavors-t4"].Inputs;

        JsonAssert.Same(
            """
            {
              "nodeLabels": { "gpu-inference/pool": "t4" },
              "tolerations": [
                { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" },
                { "key": "spot", "operator": "Exists", "effect": "NoExecute" }
              ]
            }
            """,
            flavor["spec"]);
        Assert.Equal("t4", flavor.SelectToken("metadata.name"));
        Assert.Equal([], CustomResourceDefinitions.Problems(flavor));
    }

    [Fact]
    public async Task No_pools_are_refused() => Assert.Equal(
        """
        1 problem in gpu-inference:index:PoolFlavors:
          flavors.pools: there is none; name at least one pool
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => Run(options => _ = new PoolFlavors("flavors", new PoolFlavorsArgs { Pools = [] }, options)))).Message);

    [Fact]
    public async Task A_job_names_its_queue_and_its_other_objects_don_t()
    {
        var run = await Run(options => _ = new BatchInference("captions", new BatchInferenceArgs { JobName = "captions", Namespace = "team", Pod = Pod("default"), Shards = 4 }, options));

        Assert.Equal("default", Labels(run["kubernetes:batch/v1:Job", "captions-job"].Inputs, "metadata")[Label]);
        Assert.Null(Labels(run["kubernetes:core/v1:ServiceAccount", "captions-service-account"].Inputs, "metadata")[Label]);
        Assert.Null(Labels(run["kubernetes:batch/v1:Job", "captions-job"].Inputs, "spec.template.metadata")[Label]);
        // Kueue says when it begins.
        Assert.Null(run["kubernetes:batch/v1:Job", "captions-job"].Inputs.SelectToken("spec.suspend"));
    }

    [Fact]
    public async Task So_do_the_runs_of_a_schedule()
    {
        var run = await Run(options => _ = new TrainingJob("nightly", new TrainingJobArgs
        {
            JobName = "nightly",
            Namespace = "team",
            Pod = Pod("default"),
            Schedule = new TrainingScheduleArgs { Cron = "0 3 * * *" },
        }, options));

        Assert.Equal("default", Labels(run["kubernetes:batch/v1:CronJob", "nightly-cron-job"].Inputs, "spec.jobTemplate.metadata")[Label]);
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData("default", false, null)]
    [InlineData("default", true, true)]
    public async Task Whether_a_training_on_Ray_is_suspended_is_left_to_its_queue(string? queue, bool suspend, bool? written)
    {
        var run = await Run(options => _ = new RayTraining("big", new RayTrainingArgs
        {
            JobName = "big",
            Namespace = "team",
            Entrypoint = "python train.py",
            Suspend = suspend,
            Nodes = new RayNodesArgs
            {
                Head = new RayHeadPodArgs { Pod = Pod(queue, devices: 0) },
                Workers = [new RayWorkersArgs { GroupName = "gpu", Pod = Pod(queue), MinReplicas = 2, MaxReplicas = 2 }],
            },
        }, options));
        var job = run["kubernetes:ray.io/v1:RayJob", "big-ray-job"].Inputs;

        Assert.Equal((queue, written), ((string?)Labels(job, "metadata")[Label], (bool?)job.SelectToken("spec.suspend")));
    }

    [Fact]
    public async Task A_job_may_call_the_namespaces_that_it_is_told()
    {
        var pod = Pod(null, called: "inference");
        var run = await Run(options => _ = new BatchInference("captions", new BatchInferenceArgs { JobName = "captions", Namespace = "team", Pod = pod, Shards = 1 }, options));

        JsonAssert.Same(
            """[{ "podSelector": {} }, { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "inference" } } }]""",
            run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "captions-network-policy"].Inputs.SelectToken("spec.egress[2].to"));
    }

    private static JobPodArgs Pod(string? queue, int devices = 1, params string[] called) => new()
    {
        Image = "example.com/work:1.2.3",
        Resources = new ResourcesArgs { Cpu = "3", Memory = "12Gi", Devices = devices },
        Pools = [Samples.GpuPool("t4")],
        LocalQueue = queue,
        CalledNamespaces = [.. called],
    };

    private static JObject Labels(JObject inputs, string metadata) => (JObject)inputs.SelectToken($"{metadata}.labels")!;

    private static Task<ComponentRun> Run(Action<ComponentResourceOptions> create) => ComponentHarness.RunAsync(
        () => create(new ComponentResourceOptions { Providers = { Samples.KubernetesProvider(), Samples.AwsProvider() } }), Samples.Options);
}
