using Infra.Components.Backup;
using Infra.Components.Monitoring;
using Infra.Components.Tests.Helm;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Backup;

public sealed class ClusterBackupTests
{
    private const string Prefix = "velero-restore-test";

    [Fact]
    public async Task Whoever_is_needed_is_there_before() => Assert.Equal(
        $"""
        gpu-inference:index:ClusterBackup velero
        kubernetes:core/v1:Namespace velero-namespace parent=velero provider=kubernetes
        aws:iam/role:Role velero-role parent=velero provider=aws
        aws:iam/rolePolicy:RolePolicy velero-policy parent=velero provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation velero-association parent=velero provider=aws after=velero-policy
        kubernetes:helm.sh/v3:Release velero-release parent=velero provider=kubernetes after=velero-association
        kubernetes:velero.io/v1:Schedule velero-schedule parent=velero provider=kubernetes after=velero-release
        kubernetes:core/v1:Namespace {Prefix}-source parent=velero provider=kubernetes
        kubernetes:core/v1:Namespace {Prefix}-target parent=velero provider=kubernetes
        kubernetes:core/v1:ConfigMap {Prefix}-canary parent=velero provider=kubernetes
        kubernetes:core/v1:ConfigMap {Prefix}-restore parent=velero provider=kubernetes
        kubernetes:core/v1:ServiceAccount {Prefix}-account parent=velero provider=kubernetes
        kubernetes:rbac.authorization.k8s.io/v1:Role {Prefix}-restores parent=velero provider=kubernetes
        kubernetes:rbac.authorization.k8s.io/v1:RoleBinding {Prefix}-restores-binding parent=velero provider=kubernetes after={Prefix}-restores
        kubernetes:rbac.authorization.k8s.io/v1:Role {Prefix}-restored parent=velero provider=kubernetes
        kubernetes:rbac.authorization.k8s.io/v1:RoleBinding {Prefix}-restored-binding parent=velero provider=kubernetes after={Prefix}-restored
        kubernetes:batch/v1:CronJob {Prefix}-cron-job parent=velero provider=kubernetes after=velero-schedule,{Prefix}-canary,{Prefix}-restore,{Prefix}-account,{Prefix}-restores,{Prefix}-restores-binding,{Prefix}-restored,{Prefix}-restored-binding
        """,
        (await Run(BackupSamples.Cluster())).Resources());

    [Fact]
    public async Task A_backup_holds_what_neither_Pulumi_nor_Helm_makes_again()
    {
        var spec = (await Run(BackupSamples.Cluster())).Inputs("velero-schedule")["spec"]!;

        Assert.Equal(("CRON_TZ=Europe/Berlin 0 3 * * *", "720h0m0s", false), ((string?)spec["schedule"], (string?)spec.SelectToken("template.ttl"), (bool?)spec.SelectToken("template.snapshotVolumes")));
        JsonAssert.Same(
            """{ "matchExpressions": [ { "key": "app.kubernetes.io/managed-by", "operator": "NotIn", "values": ["pulumi", "Helm"] } ] }""",
            spec.SelectToken("template.labelSelector"));
        Assert.Equal("velero", (string?)spec.SelectToken("template.excludedNamespaces[0]"));
    }

    // It has to be in the backup, so that it mustn't be what the backup leaves out.
    [Fact]
    public async Task What_the_test_looks_for_is_kept()
    {
        var run = await Run(BackupSamples.Cluster());

        Assert.Null(run.Inputs($"{Prefix}-canary").SelectToken("metadata.labels['app.kubernetes.io/managed-by']"));
        var restore = JObject.Parse((string)run.Inputs($"{Prefix}-restore").SelectToken("data['restore.json']")!);
        JsonAssert.Same(
            """
            {
              "scheduleName": "scheduled", "includedNamespaces": ["backup-canary"], "includedResources": ["configmaps"],
              "labelSelector": { "matchLabels": { "app.kubernetes.io/instance": "backup-canary" } }, "namespaceMapping": { "backup-canary": "restore-test" }
            }
            """,
            restore["spec"]);
        Assert.Equal("backup-canary", (string?)run.Inputs($"{Prefix}-canary").SelectToken("metadata.labels['app.kubernetes.io/instance']"));
    }

    [Fact]
    public async Task Each_step_ends_the_test_when_it_fails_and_the_comparison_is_with_what_was_kept()
    {
        var run = await Run(BackupSamples.Cluster());
        var pod = run.Inputs($"{Prefix}-cron-job").SelectToken("spec.jobTemplate.spec.template.spec")!;

        Assert.Equal(("Never", 0), ((string?)pod["restartPolicy"], (int?)run.Inputs($"{Prefix}-cron-job").SelectToken("spec.jobTemplate.spec.backoffLimit")));
        Assert.Equal(
            [
                "delete restores.velero.io/restore-test --namespace=velero --ignore-not-found",
                "delete configmap/backup-canary --namespace=restore-test --ignore-not-found",
                "create --filename=/restore/restore.json",
                "wait restores.velero.io/restore-test --namespace=velero --for=jsonpath={.status.phase}=Completed --timeout=20m",
                $"wait configmap/backup-canary --namespace=restore-test --for=jsonpath={{.data.proof}}={run.Inputs($"{Prefix}-canary").SelectToken("data.proof")} --timeout=30s",
                "delete configmap/backup-canary --namespace=restore-test",
            ],
            pod["initContainers"]!.Concat(pod["containers"]!).Select(step => string.Join(' ', step["args"]!.Select(word => (string?)word))));
    }

    [Fact]
    public async Task The_test_may_do_no_more_than_its_steps_do()
    {
        var run = await Run(BackupSamples.Cluster());

        JsonAssert.Same("""[ { "apiGroups": ["velero.io"], "resources": ["restores"], "verbs": ["create", "get", "list", "watch", "delete"] } ]""", run.Inputs($"{Prefix}-restores")["rules"]);
        JsonAssert.Same("""[ { "apiGroups": [""], "resources": ["configmaps"], "verbs": ["get", "list", "watch", "delete"] } ]""", run.Inputs($"{Prefix}-restored")["rules"]);
        Assert.Equal(("velero", "restore-test"), ((string?)run.Inputs($"{Prefix}-restores").SelectToken("metadata.namespace"), (string?)run.Inputs($"{Prefix}-restored").SelectToken("metadata.namespace")));
    }

    [Fact]
    public async Task Without_a_test_there_is_nothing_of_it() =>
        Assert.DoesNotContain((await Run(BackupSamples.Cluster(restoreTest: null))).Registrations, r => r.Name.StartsWith(Prefix, StringComparison.Ordinal));

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows()
    {
        var args = new ClusterBackupArgs
        {
            ClusterName = "gpu",
            BucketName = "backups",
            BucketPolicy = "{}",
            Region = "eu-central-1",
            Cron = "@daily",
            TimeZone = "Etc/UTC",
            RetentionDays = 1,
            Scraping = new ScrapingArgs { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } },
        };

        Assert.Empty(ChartValues.Unknown("velero", (await Run(args)).Inputs("velero-release")["values"]!));
    }

    [Fact]
    public async Task Pods_are_restricted_and_no_key_is_anywhere()
    {
        var values = (await Run(BackupSamples.Cluster())).Inputs("velero-release")["values"]!;

        Assert.Equal((false, false, false), ((bool?)values.SelectToken("credentials.useSecret"), (bool?)values["deployNodeAgent"], (bool?)values["snapshotsEnabled"]));
        Assert.All(
            [values["containerSecurityContext"], values.SelectToken("kubectl.containerSecurityContext"), values.SelectToken("initContainers[0].securityContext")],
            context => JsonAssert.Same("""{ "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } }""", context));
        JsonAssert.Same(
            """[ { "name": "default", "provider": "aws", "bucket": "backups", "default": true, "config": { "region": "eu-central-1" } } ]""", values.SelectToken("configuration.backupStorageLocation"));
    }

    [SkippableFact]
    public async Task The_schedule_is_one_that_Velero_takes() => Assert.Empty(CustomResourceDefinitions.Problems((await Run(BackupSamples.Cluster())).Inputs("velero-schedule")));

    [Fact]
    public async Task All_problems_come_at_once() => Assert.Equal(
        "2 problems in gpu-inference:index:ClusterBackup:\n  velero.cron: 'daily' is no cron expression; allowed: five fields for minute, hour, day of month, month and day of week, such as '0 3 * * *', or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually\n"
        + "  velero.retentionDays: 0 is less than 1",
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(BackupSamples.Cluster(cron: "daily", retentionDays: 0)))).Message);

    private static Task<ComponentRun> Run(ClusterBackupArgs args) => JobSamples.Run(options => _ = new ClusterBackup("velero", args, options));
}
