using Infra.Components.Jobs;
using Infra.Components.Tests.Jobs;
using Infra.Components.Training;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Training;

public sealed class TrainingJobTests
{
    [Fact]
    public async Task A_schedule_makes_a_CronJob() => Assert.Equal(
        """
        gpu-inference:index:TrainingJob training
        kubernetes:core/v1:ServiceAccount training-service-account parent=training provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy training-network-policy parent=training provider=kubernetes
        aws:iam/role:Role training-role parent=training provider=aws
        aws:iam/rolePolicy:RolePolicy training-policy parent=training provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation training-association parent=training provider=aws after=training-policy
        kubernetes:batch/v1:CronJob training-cron-job parent=training provider=kubernetes after=training-service-account,training-network-policy,training-association
        """,
        (await JobSamples.Run(JobSamples.Nightly())).Resources());

    [Fact]
    public async Task A_run_starts_in_its_zone_alone_and_ends_in_time()
    {
        var spec = (JObject)(await JobSamples.Run(JobSamples.Nightly())).Inputs("training-cron-job")["spec"]!.DeepClone();
        ((JObject)spec.SelectToken("jobTemplate.spec")!).Remove("template");

        JsonAssert.Same(
            """
            {
              "schedule": "0 3 * * *",
              "timeZone": "Europe/Berlin",
              "concurrencyPolicy": "Forbid",
              "startingDeadlineSeconds": 3600,
              "successfulJobsHistoryLimit": 3,
              "failedJobsHistoryLimit": 3,
              "suspend": false,
              "jobTemplate": {
                "metadata": { "labels": {
                  "app.kubernetes.io/name": "retrain", "app.kubernetes.io/instance": "retrain", "app.kubernetes.io/component": "training",
                  "app.kubernetes.io/part-of": "gpu-inference", "app.kubernetes.io/managed-by": "pulumi" } },
                "spec": {
                  "backoffLimit": 3,
                  "activeDeadlineSeconds": 14400,
                  "ttlSecondsAfterFinished": 604800,
                  "podFailurePolicy": { "rules": [ { "action": "Ignore", "onPodConditions": [ { "type": "DisruptionTarget", "status": "True" } ] } ] }
                }
              }
            }
            """,
            spec);
    }

    [Fact]
    public async Task All_devices_of_a_node_share_memory_data_and_the_last_checkpoint()
    {
        var pod = (await JobSamples.Run(JobSamples.Nightly())).Inputs("training-cron-job").SelectToken("spec.jobTemplate.spec.template.spec")!;

        Assert.Equal(
            ["BATCH_SIZE=32", "CHECKPOINT_URI=s3://checkpoints/retrain", "HOME=/tmp", "MLFLOW_TRACKING_URI=http://mlflow.models:5000", "PET_NPROC_PER_NODE=4"],
            pod.SelectTokens("containers[0].env[*]").Select(variable => $"{variable["name"]}={variable["value"]}"));
        JsonAssert.Same(
            """
            [
              { "name": "tmp", "emptyDir": { "sizeLimit": "10Gi" } },
              { "name": "shared-memory", "emptyDir": { "medium": "Memory", "sizeLimit": "4Gi" } },
              { "name": "claim-datasets", "persistentVolumeClaim": { "claimName": "datasets" } },
              { "name": "claim-models", "persistentVolumeClaim": { "claimName": "models" } }
            ]
            """,
            pod["volumes"]);
        JsonAssert.Same(
            """
            [
              { "name": "tmp", "mountPath": "/tmp" },
              { "name": "shared-memory", "mountPath": "/dev/shm" },
              { "name": "claim-datasets", "mountPath": "/data", "readOnly": true },
              { "name": "claim-models", "mountPath": "/models", "readOnly": false }
            ]
            """,
            pod.SelectToken("containers[0].volumeMounts"));
        Assert.Equal(("4", "4"), ((string?)pod.SelectToken("containers[0].resources.requests['nvidia.com/gpu']"), (string?)pod.SelectToken("containers[0].resources.limits['nvidia.com/gpu']")));
    }

    [Fact]
    public async Task Without_a_schedule_it_runs_once_and_an_update_does_not_wait_for_it()
    {
        var run = await JobSamples.Run(new TrainingJobArgs
        {
            JobName = "once",
            Namespace = "models",
            Pod = JobSamples.Pod(),
            Retries = 0,
            FatalExitCodes = [9, 2],
            RunId = "2",
        });
        var job = run.Registrations.Single(r => r.Name == "training-job");

        Assert.Equal((true, "true"), (job.DeleteBeforeReplace, (string?)job.Inputs.SelectToken("metadata.annotations['pulumi.com/skipAwait']")));
        Assert.Equal("2", (string?)job.Inputs.SelectToken("spec.template.metadata.annotations['gpu-inference/run']"));
        Assert.DoesNotContain(run.Registrations, r => r.Type.StartsWith("aws:", StringComparison.Ordinal));
        var spec = (JObject)job.Inputs["spec"]!.DeepClone();
        spec.Remove("template");
        JsonAssert.Same(
            """
            {
              "backoffLimit": 0,
              "podFailurePolicy": {
                "rules": [
                  { "action": "FailJob", "onExitCodes": { "containerName": "job", "operator": "In", "values": [2, 9] } },
                  { "action": "Ignore", "onPodConditions": [ { "type": "DisruptionTarget", "status": "True" } ] }
                ]
              }
            }
            """,
            spec);
        Assert.Equal(["BATCH_SIZE", "HOME"], job.Inputs.SelectTokens("spec.template.spec.containers[0].env[*].name").Values<string>());
    }

    [Fact]
    public async Task A_claim_at_two_paths_is_one_volume()
    {
        var args = new TrainingJobArgs
        {
            JobName = "once",
            Namespace = "models",
            Pod = JobSamples.Pod(1, null, new JobVolumeArgs { Claim = "shared", Path = "/data", ReadOnly = true }, new JobVolumeArgs { Claim = "shared", Path = "/out" }),
        };
        var pod = (await JobSamples.Run(args)).Inputs("training-job").SelectToken("spec.template.spec")!;

        Assert.Equal(["tmp", "claim-shared"], pod.SelectTokens("volumes[*].name").Values<string>());
        Assert.Equal(["tmp", "claim-shared", "claim-shared"], pod.SelectTokens("containers[0].volumeMounts[*].name").Values<string>());
    }
}
