using Infra.Components.Monitoring.Logs;
using Infra.Components.Tests.Traffic;
using Infra.TestKit.Components;
using Infra.TestKit.Helm;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Monitoring.Logs;

public sealed class FluentBitTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    public static TheoryData<bool> Sinks => [true, false];

    [Fact]
    public async Task To_Loki_it_needs_nothing_of_AWS()
    {
        var run = await RunAsync(new FluentBitArgs());

        Assert.DoesNotContain(run.Registrations, one => one.Type.StartsWith("aws:", StringComparison.Ordinal));
        Assert.Equal("loki.loki.svc", (string?)(await OutputAsync(new FluentBitArgs()))["host"]);
        Assert.Equal("privileged", (string?)run["kubernetes:core/v1:Namespace", "f-namespace"].Inputs.SelectToken("metadata.labels['pod-security.kubernetes.io/enforce']"));
    }

    [Fact]
    public async Task To_CloudWatch_it_has_a_group_with_a_key_an_end_and_a_role_for_this_group_alone()
    {
        var run = await RunAsync(LogSamples.ToCloudWatch());
        var group = run[LogGroup, "f-logs"];

        Assert.Equal(("/gpu-inference/gpu/containers", 14, null), ((string?)group.Inputs["name"], (int)group.Inputs["retentionInDays"]!, (string?)group.Inputs["logGroupClass"]));
        Assert.Equal(((bool?)true, (bool?)true), (group.Protect, run["aws:kms/key:Key", "f-logs-key"].Protect));
        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "WriteLogs", "Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "arn:aws:cloudwatch:::f-logs:*"
                }
              ]
            }
            """,
            JObject.Parse((string)run["aws:iam/rolePolicy:RolePolicy", "f-policy"].Inputs["policy"]!));
        Assert.Equal("fluent-bit fluent-bit", $"{run["aws:eks/podIdentityAssociation:PodIdentityAssociation", "f-association"].Inputs["namespace"]} {run["aws:eks/podIdentityAssociation:PodIdentityAssociation", "f-association"].Inputs["serviceAccount"]}");
    }

    [Fact]
    public async Task The_cheaper_class_and_no_protection_are_asked_for()
    {
        var args = new FluentBitArgs
        {
            CloudWatch = new CloudWatchLogsArgs { ClusterName = "gpu", LogGroupName = "/g", Region = "eu-central-1", AccountId = "123456789012", InfrequentAccess = true, Protect = false },
        };
        var group = (await RunAsync(args))[LogGroup, "f-logs"];

        Assert.Equal(("INFREQUENT_ACCESS", false), ((string?)group.Inputs["logGroupClass"], group.Protect ?? false));
    }

    [SkippableTheory]
    [MemberData(nameof(Sinks))]
    public async Task The_chart_knows_every_value(bool toLoki) => Assert.Equal([], HelmValues.Problems("fluent-bit", await ValuesAsync(Args(toLoki))));

    [Fact]
    public async Task Its_version_is_pinned()
    {
        var release = (await RunAsync(new FluentBitArgs()))[Release, "f-release"].Inputs;

        Assert.Equal(
            ("fluent-bit", "0.58.1", "https://fluent.github.io/helm-charts", "fluent-bit"),
            ((string?)release["chart"], (string?)release["version"], (string?)release.SelectToken("repositoryOpts.repo"), (string?)release["namespace"]));
    }

    // Nodes with GPUs have taints, those of the system pool too.
    [Fact]
    public async Task It_is_on_every_node_and_reads_logs_without_writing_them()
    {
        var values = await ValuesAsync(new FluentBitArgs());

        JsonAssert.Same("""[ { "operator": "Exists" } ]""", values["tolerations"]);
        Assert.Equal(
            ["/var/log", "/var/lib/docker/containers"],
            values["daemonSetVolumeMounts"]!.Where(mount => (bool)mount["readOnly"]!).Select(mount => (string?)mount["mountPath"]));
        Assert.Equal(
            ["/var/lib/fluent-bit"],
            values["daemonSetVolumeMounts"]!.Where(mount => !(bool)mount["readOnly"]!).Select(mount => (string?)mount["mountPath"]));
        Assert.Equal(
            values["daemonSetVolumes"]!.Select(volume => (string?)volume["name"]), values["daemonSetVolumeMounts"]!.Select(mount => (string?)mount["name"]));
        JsonAssert.Same(
            """
            {
              "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] }, "seccompProfile": { "type": "RuntimeDefault" }
            }
            """,
            values["securityContext"]);
    }

    [Fact]
    public async Task The_file_that_is_written_is_the_one_that_is_read()
    {
        var values = await ValuesAsync(new FluentBitArgs());

        Assert.Equal("--config=/fluent-bit/etc/conf/fluent-bit.yaml", (string?)values["args"]![1]);
        Assert.Equal(["fluent-bit.yaml"], ((JObject)values.SelectToken("config.extraFiles")!).Properties().Select(file => file.Name));
        // Helm reads the file as a template of its own.
        Assert.DoesNotContain("{{", (string)values.SelectToken("config.extraFiles['fluent-bit.yaml']")!);
    }

    [Fact]
    public async Task Its_own_logs_are_left_out_and_those_of_others_where_asked()
    {
        var file = await FileAsync(new FluentBitArgs { ExcludedNamespaces = ["kube-system"] });

        Assert.Equal("/var/log/containers/*_fluent-bit_*.log, /var/log/containers/*_kube-system_*.log", (string?)file.SelectToken("pipeline.inputs[0].exclude_path"));
    }

    [Theory]
    [InlineData(true, "53,53; 443,6443; 3100")]
    [InlineData(false, "53,53; 443,6443; 80")]
    public async Task It_reaches_the_API_server_and_its_sink(bool toLoki, string ports)
    {
        var spec = (await RunAsync(Args(toLoki)))["kubernetes:networking.k8s.io/v1:NetworkPolicy", "f-access"].Inputs["spec"]!;

        Assert.Equal(ports, string.Join("; ", spec["egress"]!.Select(rule => string.Join(',', rule["ports"]!.Select(port => port["port"])))));
        JsonAssert.Same("""["Ingress", "Egress"]""", spec["policyTypes"]);
        Assert.Null(spec["ingress"]);
    }

    [Fact]
    public async Task Prometheus_alone_asks_for_its_metrics()
    {
        var run = await RunAsync(new FluentBitArgs { Scraping = LogSamples.Scraping(), PrometheusNamespace = "monitoring" });

        JsonAssert.Same(
            """
            [
              { "from": [ { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "monitoring" } } } ], "ports": [ { "protocol": "TCP", "port": 2020 } ] }
            ]
            """,
            run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "f-access"].Inputs.SelectToken("spec.ingress"));
        JsonAssert.Same("""{ "enabled": true, "interval": "30s", "selector": { "release": "prometheus" } }""", run[Release, "f-release"].Inputs.SelectToken("values.serviceMonitor"));
    }

    [Fact]
    public async Task Every_mistake_is_named() => Assert.Equal(
        """
        2 problems in gpu-inference:index:FluentBit:
          f.cloudWatch.retentionDays: 10 is no retention that CloudWatch Logs knows; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
          f.prometheusNamespace: missing; the network policy lets nobody else ask for metrics
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => RunAsync(new FluentBitArgs
        {
            CloudWatch = new CloudWatchLogsArgs { ClusterName = "gpu", LogGroupName = "/g", Region = "eu-central-1", AccountId = "123456789012", RetentionDays = 10 },
            Scraping = LogSamples.Scraping(),
        }))).Message);

    private static FluentBitArgs Args(bool toLoki) => toLoki ? new FluentBitArgs() : LogSamples.ToCloudWatch();

    private static async Task<JToken> OutputAsync(FluentBitArgs args) => (await FileAsync(args)).SelectToken("pipeline.outputs[0]")!;

    private static async Task<JObject> FileAsync(FluentBitArgs args) => YamlJson.Parse((string)(await ValuesAsync(args)).SelectToken("config.extraFiles['fluent-bit.yaml']")!);

    private static async Task<JObject> ValuesAsync(FluentBitArgs args) => (JObject)(await RunAsync(args))[Release, "f-release"].Inputs["values"]!;

    private static Task<ComponentRun> RunAsync(FluentBitArgs args) => TrafficSamples.Run(options => _ = new FluentBit("f", args, options));
}
