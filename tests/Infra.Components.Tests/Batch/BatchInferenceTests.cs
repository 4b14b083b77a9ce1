using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Batch;

public sealed class BatchInferenceTests
{
    [Fact]
    public async Task A_list_is_one_indexed_Job() => Assert.Equal(
        """
        gpu-inference:index:BatchInference batch
        kubernetes:core/v1:ServiceAccount batch-service-account parent=batch provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy batch-network-policy parent=batch provider=kubernetes
        kubernetes:core/v1:ConfigMap batch-items parent=batch provider=kubernetes
        kubernetes:batch/v1:Job batch-job parent=batch provider=kubernetes after=batch-service-account,batch-network-policy,batch-items deleteBeforeReplace=True
        """,
        (await JobSamples.Run(JobSamples.Items("a.jpg", "b.jpg", "c.jpg"))).Resources());

    [Fact]
    public async Task Every_index_has_its_item_its_tries_and_an_end_after_which_none_helps()
    {
        var run = await JobSamples.Run(JobSamples.Items("a.jpg", "b.jpg", "c.jpg"));
        var job = run.Inputs("batch-job");

        JsonAssert.Same("""{ "0": "a.jpg", "1": "b.jpg", "2": "c.jpg" }""", run.Inputs("batch-items")["data"]);
        Assert.Equal("true", (string?)job.SelectToken("metadata.annotations['pulumi.com/skipAwait']"));
        var spec = (JObject)job["spec"]!.DeepClone();
        spec.Remove("template");
        JsonAssert.Same(
            """
            {
              "completionMode": "Indexed",
              "completions": 3,
              "parallelism": 2,
              "backoffLimitPerIndex": 3,
              "podFailurePolicy": {
                "rules": [
                  { "action": "FailIndex", "onExitCodes": { "containerName": "job", "operator": "In", "values": [3] } },
                  { "action": "Ignore", "onPodConditions": [ { "type": "DisruptionTarget", "status": "True" } ] }
                ]
              }
            }
            """,
            spec);
        JsonAssert.Same(
            """
            [
              { "name": "BATCH_SIZE", "value": "32" },
              { "name": "HOME", "value": "/tmp" },
              { "name": "WORK_INDEX", "valueFrom": { "fieldRef": { "fieldPath": "metadata.annotations['batch.kubernetes.io/job-completion-index']" } } },
              { "name": "WORK_ITEM_FILE", "value": "/work-items/$(WORK_INDEX)" }
            ]
            """,
            job.SelectToken("spec.template.spec.containers[0].env"));
    }

    [Fact]
    public async Task The_pod_is_bound_to_its_pools_and_unprivileged()
    {
        var pod = (JObject)(await JobSamples.Run(JobSamples.Items("a"))).Inputs("batch-job").SelectToken("spec.template.spec")!.DeepClone();
        pod.SelectToken("containers[0].env")!.Parent!.Remove();

        JsonAssert.Same(
            """
            {
              "restartPolicy": "Never",
              "serviceAccountName": "captions",
              "priorityClassName": "gpu-inference-spot",
              "automountServiceAccountToken": false,
              "enableServiceLinks": false,
              "terminationGracePeriodSeconds": 90,
              "nodeSelector": { "gpu-inference/pool": "t4" },
              "affinity": { "nodeAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [
                { "matchExpressions": [ { "key": "kubernetes.io/arch", "operator": "In", "values": ["amd64"] } ] } ] } } },
              "tolerations": [
                { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" },
                { "key": "spot", "operator": "Exists", "effect": "NoExecute" }
              ],
              "securityContext": { "runAsNonRoot": true, "runAsUser": 10001, "runAsGroup": 10001, "fsGroup": 10001, "seccompProfile": { "type": "RuntimeDefault" } },
              "containers": [
                {
                  "name": "job",
                  "image": "example.com/work:1.2.3",
                  "command": ["python3", "work.py"],
                  "terminationMessagePolicy": "FallbackToLogsOnError",
                  "resources": {
                    "requests": { "cpu": "3", "memory": "12Gi", "ephemeral-storage": "10Gi", "nvidia.com/gpu": "1" },
                    "limits": { "memory": "12Gi", "nvidia.com/gpu": "1" }
                  },
                  "securityContext": { "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } },
                  "volumeMounts": [ { "name": "tmp", "mountPath": "/tmp" }, { "name": "work-items", "mountPath": "/work-items", "readOnly": true } ]
                }
              ],
              "volumes": [ { "name": "tmp", "emptyDir": { "sizeLimit": "10Gi" } }, { "name": "work-items", "configMap": { "name": "captions" } } ]
            }
            """,
            pod);
    }

    [Fact]
    public async Task Other_items_and_another_run_are_another_Job()
    {
        var first = await AnnotationsAsync("a", "b");

        Assert.Equal(first, await AnnotationsAsync("a", "b"));
        Assert.NotEqual(first, await AnnotationsAsync("a", "c"));
        // The same text, cut elsewhere.
        Assert.NotEqual(await AnnotationsAsync("a\nb"), await AnnotationsAsync("a", "b"));
        var args = JobSamples.Items("a");
        var again = new Components.Batch.BatchInferenceArgs { JobName = args.JobName, Namespace = args.Namespace, Pod = args.Pod, Items = args.Items, RunId = "2026-11" };
        Assert.Equal("2026-11", (string?)(await JobSamples.Run(again)).Inputs("batch-job").SelectToken("spec.template.metadata.annotations['gpu-inference/run']"));
    }

    [Fact]
    public async Task A_shard_knows_which_it_is_of_how_many()
    {
        var args = JobSamples.Items();
        var run = await JobSamples.Run(new Components.Batch.BatchInferenceArgs
        {
            JobName = args.JobName,
            Namespace = args.Namespace,
            Pod = args.Pod,
            Shards = 16,
            WorkUri = "s3://inbox/today",
            Parallelism = 64,
            MaxFailedIndexes = 2,
            DeadlineSeconds = 3600,
            TtlSeconds = 600,
            ClusterName = "gpu",
            Policy = JobSamples.Policy,
        });
        var spec = run.Inputs("batch-job")["spec"]!;

        Assert.DoesNotContain(run.Registrations, r => r.Name == "batch-items");
        Assert.Equal(
            (16, 16, 2, 3600, 600),
            ((int)spec["completions"]!, (int)spec["parallelism"]!, (int)spec["maxFailedIndexes"]!, (int)spec["activeDeadlineSeconds"]!, (int)spec["ttlSecondsAfterFinished"]!));
        Assert.Equal(
            ["BATCH_SIZE=32", "HOME=/tmp", "WORK_SHARDS=16", "WORK_URI=s3://inbox/today", "WORK_INDEX="],
            spec.SelectTokens("template.spec.containers[0].env[*]").Select(variable => $"{variable["name"]}={variable["value"]}"));
        Assert.Contains("batch-association", run.Registrations.Single(r => r.Name == "batch-job").DependsOn);
    }

    [Fact]
    public async Task A_queue_comes_with_one_for_failures_and_KEDA_may_read_its_length() => Assert.Equal(
        """
        gpu-inference:index:BatchInference batch
        aws:sqs/queue:Queue batch-dead-letters parent=batch provider=aws
        aws:sqs/queue:Queue batch-queue parent=batch provider=aws
        aws:sqs/queuePolicy:QueuePolicy batch-dead-letters-policy parent=batch provider=aws
        aws:sqs/queuePolicy:QueuePolicy batch-queue-policy parent=batch provider=aws
        aws:iam/rolePolicy:RolePolicy batch-scaler-policy parent=batch provider=aws
        kubernetes:core/v1:ServiceAccount batch-service-account parent=batch provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy batch-network-policy parent=batch provider=kubernetes
        aws:iam/role:Role batch-role parent=batch provider=aws
        aws:iam/rolePolicy:RolePolicy batch-policy parent=batch provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation batch-association parent=batch provider=aws after=batch-policy
        aws:iam/rolePolicy:RolePolicy batch-data-policy parent=batch provider=aws
        kubernetes:keda.sh/v1alpha1:TriggerAuthentication batch-authentication parent=batch provider=kubernetes after=batch-scaler-policy
        kubernetes:keda.sh/v1alpha1:ScaledJob batch-scaled-job parent=batch provider=kubernetes after=batch-service-account,batch-network-policy,batch-association,batch-data-policy,batch-authentication
        """,
        (await JobSamples.Run(JobSamples.Queued(JobSamples.Policy))).Resources());

    [Fact]
    public async Task The_queue_is_encrypted_and_gives_up_after_three_tries()
    {
        var run = await JobSamples.Run(JobSamples.Queued());

        JsonAssert.Same(
            """
            {
              "messageRetentionSeconds": 1209600,
              "receiveWaitTimeSeconds": 20,
              "visibilityTimeoutSeconds": 1800,
              "sqsManagedSseEnabled": true,
              "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:::batch-dead-letters\",\"maxReceiveCount\":\"3\"}"
            }
            """,
            run.Inputs("batch-queue"));
        JsonAssert.Same(
            """{ "Version": "2012-10-17", "Statement": [ { "Sid": "Work", "Effect": "Allow", "Action": ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"], "Resource": "arn:aws:sqs:::batch-queue" } ] }""",
            JToken.Parse((string)run.Inputs("batch-policy")["policy"]!));
        Assert.Equal("keda-role", (string?)run.Inputs("batch-scaler-policy")["role"]);
        JsonAssert.Same(
            """{ "Version": "2012-10-17", "Statement": [ { "Sid": "ReadLength", "Effect": "Allow", "Action": ["sqs:GetQueueAttributes"], "Resource": "arn:aws:sqs:::batch-queue" } ] }""",
            JToken.Parse((string)run.Inputs("batch-scaler-policy")["policy"]!));
    }

    [Fact]
    public async Task KEDA_starts_a_Job_for_what_waits()
    {
        var run = await JobSamples.Run(JobSamples.Queued());
        var spec = (JObject)run.Inputs("batch-scaled-job")["spec"]!.DeepClone();
        var pod = spec.SelectToken("jobTargetRef.template.spec")!;
        ((JObject)spec["jobTargetRef"]!).Remove("template");

        JsonAssert.Same("""{ "podIdentity": { "provider": "aws" } }""", run.Inputs("batch-authentication")["spec"]);
        JsonAssert.Same(
            """
            {
              "jobTargetRef": {
                "backoffLimit": 3,
                "ttlSecondsAfterFinished": 86400,
                "podFailurePolicy": { "rules": [ { "action": "Ignore", "onPodConditions": [ { "type": "DisruptionTarget", "status": "True" } ] } ] }
              },
              "pollingInterval": 15,
              "maxReplicaCount": 4,
              "successfulJobsHistoryLimit": 10,
              "failedJobsHistoryLimit": 10,
              "rollout": { "strategy": "gradual" },
              "scalingStrategy": { "strategy": "default" },
              "triggers": [
                {
                  "type": "aws-sqs-queue",
                  "metadata": { "awsRegion": "eu-central-1", "queueURL": "https://sqs.invalid/batch-queue", "queueLength": "1", "scaleOnInFlight": "true" },
                  "authenticationRef": { "name": "captions" }
                }
              ]
            }
            """,
            spec);
        Assert.Equal(
            ["AWS_REGION=eu-central-1", "BATCH_SIZE=32", "HOME=/tmp", "QUEUE_URL=https://sqs.invalid/batch-queue"],
            pod.SelectTokens("containers[0].env[*]").Select(variable => $"{variable["name"]}={variable["value"]}"));
    }

    [SkippableTheory]
    [InlineData("batch-scaled-job")]
    [InlineData("batch-authentication")]
    public async Task Custom_resources_fit_their_definitions(string name) =>
        Assert.Equal([], CustomResourceDefinitions.Problems((await JobSamples.Run(JobSamples.Queued())).Inputs(name)));

    [Fact]
    public async Task Nobody_calls_the_pods_and_only_those_with_a_role_ask_for_credentials()
    {
        var without = (await JobSamples.Run(JobSamples.Items("a"))).Inputs("batch-network-policy")["spec"]!;
        var with = (await JobSamples.Run(JobSamples.Queued())).Inputs("batch-network-policy")["spec"]!;

        JsonAssert.Same(
            """
            {
              "podSelector": { "matchLabels": { "app.kubernetes.io/instance": "captions", "app.kubernetes.io/component": "batch-inference" } },
              "policyTypes": ["Ingress", "Egress"],
              "egress": [
                { "ports": [ { "protocol": "UDP", "port": 53 }, { "protocol": "TCP", "port": 53 } ] },
                {
                  "to": [ { "ipBlock": { "cidr": "0.0.0.0/0", "except": ["169.254.0.0/16"] } }, { "ipBlock": { "cidr": "::/0", "except": ["fe80::/10", "fd00:ec2::/32"] } } ],
                  "ports": [ { "protocol": "TCP", "port": 443 } ]
                },
                { "to": [ { "podSelector": {} } ] }
              ]
            }
            """,
            without);
        JsonAssert.Same(
            """
            {
              "to": [ { "ipBlock": { "cidr": "169.254.170.23/32" } }, { "ipBlock": { "cidr": "fd00:ec2::23/128" } } ],
              "ports": [ { "protocol": "TCP", "port": 80 } ]
            }
            """,
            with["egress"]![3]);
    }

    private static async Task<string?> AnnotationsAsync(params string[] items) =>
        (string?)(await JobSamples.Run(JobSamples.Items(items))).Inputs("batch-job").SelectToken("spec.template.metadata.annotations['gpu-inference/work-checksum']");
}
