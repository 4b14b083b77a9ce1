using Infra.Components.Monitoring.Stack;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Monitoring.Stack;

public sealed class MonitoringStackTests
{
    [Fact]
    public async Task Everything_comes_before_the_pods_that_need_it() => Assert.Equal(
        """
        gpu-inference:index:MonitoringStack monitoring
        kubernetes:core/v1:Namespace monitoring-namespace parent=monitoring provider=kubernetes
        kubernetes:core/v1:Namespace monitoring-node-exporter-namespace parent=monitoring provider=kubernetes
        aws:amp/workspace:Workspace monitoring-workspace parent=monitoring provider=aws protect=True retain=True
        aws:iam/role:Role monitoring-prometheus-role parent=monitoring provider=aws
        aws:iam/rolePolicy:RolePolicy monitoring-prometheus-policy parent=monitoring provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation monitoring-prometheus-association parent=monitoring provider=aws after=monitoring-prometheus-policy
        random:index/randomPassword:RandomPassword monitoring-grafana-password parent=monitoring provider=random
        kubernetes:core/v1:Secret monitoring-grafana-admin parent=monitoring provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy monitoring-grafana-access parent=monitoring provider=kubernetes
        kubernetes:core/v1:Secret monitoring-alertmanager-config parent=monitoring provider=kubernetes
        kubernetes:core/v1:Secret monitoring-alertmanager-files parent=monitoring provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy monitoring-alertmanager-access parent=monitoring provider=kubernetes
        aws:iam/role:Role monitoring-alertmanager-role parent=monitoring provider=aws
        aws:iam/rolePolicy:RolePolicy monitoring-alertmanager-policy parent=monitoring provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation monitoring-alertmanager-association parent=monitoring provider=aws after=monitoring-alertmanager-policy
        kubernetes:networking.k8s.io/v1:NetworkPolicy monitoring-prometheus-access parent=monitoring provider=kubernetes
        kubernetes:helm.sh/v3:Release monitoring-release parent=monitoring provider=kubernetes after=monitoring-node-exporter-namespace,monitoring-prometheus-association,monitoring-grafana-admin,monitoring-grafana-access,monitoring-alertmanager-config,monitoring-alertmanager-files,monitoring-alertmanager-access,monitoring-alertmanager-association,monitoring-prometheus-access
        """,
        (await Run(StackSamples.Everything())).Resources());

    [Fact]
    public async Task On_a_laptop_there_is_a_server_with_its_exporters_and_nothing_else() => Assert.Equal(
        ["monitoring", "monitoring-namespace", "monitoring-node-exporter-namespace", "monitoring-prometheus-access", "monitoring-release"],
        (await Run(StackSamples.Laptop())).Registrations.Where(r => !r.Type.StartsWith("pulumi:", StringComparison.Ordinal)).Select(r => r.Name));

    [Fact]
    public async Task The_password_of_Grafana_is_nowhere_but_in_its_Secret()
    {
        var run = await Run(StackSamples.Everything());

        JsonAssert.Same(
            """
            {
              "apiVersion": "v1",
              "kind": "Secret",
              "metadata": { "name": "grafana-admin", "namespace": "monitoring", "labels": { "app.kubernetes.io/managed-by": "pulumi", "app.kubernetes.io/part-of": "gpu-inference" } },
              "stringData": { "admin-user": "admin", "admin-password": "letters-and-digits" }
            }
            """,
            run.Inputs("monitoring-grafana-admin"));
        JsonAssert.Same("""{ "existingSecret": "grafana-admin", "userKey": "admin-user", "passwordKey": "admin-password" }""", run.Inputs("monitoring-release").SelectToken("values.grafana.admin"));
        Assert.DoesNotContain("letters-and-digits", run.Inputs("monitoring-release").ToString(), StringComparison.Ordinal);
        Assert.True(await Output.IsSecretAsync(((MonitoringStack)run["gpu-inference:index:MonitoringStack", "monitoring"].Resource).GrafanaPassword));
    }

    [Fact]
    public async Task Prometheus_may_write_to_its_workspace_and_nothing_else()
    {
        var run = await Run(StackSamples.Everything());

        JsonAssert.Same(
            $$"""{ "Version": "2012-10-17", "Statement": [ { "Sid": "Write", "Effect": "Allow", "Action": ["aps:RemoteWrite"], "Resource": ["{{StackSamples.Workspace}}"] } ] }""",
            Newtonsoft.Json.Linq.JToken.Parse((string)run.Inputs("monitoring-prometheus-policy")["policy"]!));
        JsonAssert.Same(
            """{ "clusterName": "gpu", "namespace": "monitoring", "serviceAccount": "kube-prometheus-stack-prometheus", "roleArn": "arn:aws:iam:::monitoring-prometheus-role" }""",
            run.Inputs("monitoring-prometheus-association"));
    }

    [Fact]
    public async Task A_workspace_that_exists_is_named_by_its_ARN()
    {
        var args = new MonitoringStackArgs { ClusterName = "gpu", RemoteWrite = new RemoteWriteArgs { Region = "eu-west-1", WorkspaceArn = "arn:aws:aps:eu-west-1:123456789012:workspace/ws-2" } };

        var run = await Run(args);

        Assert.DoesNotContain(run.Registrations, r => r.Type == "aws:amp/workspace:Workspace");
        JsonAssert.Same(
            """[ { "url": "https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-2/api/v1/remote_write", "sigv4": { "region": "eu-west-1" } } ]""",
            run.Inputs("monitoring-release").SelectToken("values.prometheus.prometheusSpec.remoteWrite"));
    }

    [Fact]
    public async Task Alertmanager_may_publish_to_its_topics_and_has_its_secrets_as_files()
    {
        var run = await Run(StackSamples.Everything());

        JsonAssert.Same(
            """{ "Version": "2012-10-17", "Statement": [ { "Sid": "Publish", "Effect": "Allow", "Action": ["sns:Publish"], "Resource": ["arn:aws:sns:eu-central-1:123456789012:alerts"] } ] }""",
            Newtonsoft.Json.Linq.JToken.Parse((string)run.Inputs("monitoring-alertmanager-policy")["policy"]!));
        Assert.Equal("kube-prometheus-stack-alertmanager", (string?)run.Inputs("monitoring-alertmanager-association")["serviceAccount"]);
        JsonAssert.Same(
            """{ "alertmanager.yaml": "{\"route\": {\"receiver\": \"on-call\"}, \"receivers\": [{\"name\": \"on-call\"}]}" }""", run.Inputs("monitoring-alertmanager-config")["stringData"]);
        JsonAssert.Same("""{ "slack-url": "https://hooks.invalid/secret" }""", run.Inputs("monitoring-alertmanager-files")["stringData"]);
        Assert.Equal("/etc/alertmanager/secrets/alertmanager-files", AlertmanagerArgs.FilesPath);
    }

    [Fact]
    public async Task Its_pods_are_declared()
    {
        var run = await Run(StackSamples.Everything());

        Assert.Equal(
            [
                ("Deployment kube-prometheus-stack-operator", 1, "50m", "128Mi"),
                ("Deployment kube-prometheus-stack-kube-state-metrics", 1, "25m", "128Mi"),
                ("Deployment prometheus-kube-prometheus-stack-prometheus", 2, "510m", "2098Mi"),
                ("DaemonSet kube-prometheus-stack-prometheus-node-exporter", 0, "25m", "40Mi"),
                ("Deployment kube-prometheus-stack-grafana", 1, "120m", "436Mi"),
                ("Deployment alertmanager-kube-prometheus-stack-alertmanager", 2, "35m", "114Mi"),
            ],
            run.Inputs("monitoring")["footprint"]!.Select(pod => ($"{pod["kind"]} {pod["workload"]}", (int?)pod["replicas"] ?? 0, (string)pod["cpu"]!, (string)pod["memory"]!)));
        JsonAssert.Same("[ {} ]", run.Inputs("monitoring").SelectToken("footprint[3].tolerations"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once() => Assert.Equal(
        """
        8 problems in gpu-inference:index:MonitoringStack:
          monitoring.prometheus.replicas: 3 isn't 1 or 2
          monitoring.prometheus.retention: '90m' is no duration of 2h or more, which is a block of Prometheus
          monitoring.prometheus.size: '512Mi' is no size of 1Gi or more
          monitoring.prometheus.cpu: 'much' is no CPU such as 500m
          monitoring.prometheus.memory: '128Mi' is no size of 256Mi or more
          monitoring.prometheus.storageClass: set together with ephemeral, which has no volume; remove one of them
          monitoring.alertmanager.replicas: 0 isn't 1 to 3
          monitoring.clusterName: missing; remoteWrite needs an identity in AWS, which only pods of an EKS cluster have
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => Run(new MonitoringStackArgs
        {
            Prometheus = new PrometheusServerArgs { Replicas = 3, Retention = "90m", Size = "512Mi", Cpu = "much", Memory = "128Mi", Ephemeral = true, StorageClass = "disks" },
            Alertmanager = new AlertmanagerArgs { Configuration = "{}", Replicas = 0 },
            RemoteWrite = new RemoteWriteArgs { Region = "eu-central-1" },
        }))).Message);

    internal static Task<ComponentRun> Run(MonitoringStackArgs args) => ComponentHarness.RunAsync(
        () => _ = new MonitoringStack(
            "monitoring", args, new ComponentResourceOptions { Providers = { Samples.AwsProvider(), Samples.KubernetesProvider(), Samples.RandomProvider() } }),
        Samples.Options);
}
