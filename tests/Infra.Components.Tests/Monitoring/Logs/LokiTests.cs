using Infra.Components.Monitoring.Logs;
using Infra.Components.Tests.Traffic;
using Infra.TestKit.Components;
using Infra.TestKit.Helm;
using Newtonsoft.Json.Linq;
using Pulumi;
using K8s = Pulumi.Kubernetes;

namespace Infra.Components.Tests.Monitoring.Logs;

public sealed class LokiTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public async Task Its_children_are_a_namespace_an_identity_and_a_release()
    {
        var run = await RunAsync(LogSamples.Loki());

        Assert.Equal(
            """
            gpu-inference:index:Loki l
              kubernetes:core/v1:Namespace l-namespace
              kubernetes:networking.k8s.io/v1:NetworkPolicy l-access
              aws:iam/role:Role l-role
              aws:iam/rolePolicy:RolePolicy l-policy
              aws:eks/podIdentityAssociation:PodIdentityAssociation l-association
              kubernetes:helm.sh/v3:Release l-release

            """,
            string.Concat(run.Outline.Split('\n').Where(line => !line.Contains("pulumi:", StringComparison.Ordinal)).Select(line => line.Length == 0 ? "" : $"{line}\n")));
        Assert.Equal("restricted", (string?)run["kubernetes:core/v1:Namespace", "l-namespace"].Inputs.SelectToken("metadata.labels['pod-security.kubernetes.io/enforce']"));
    }

    [Fact]
    public async Task Without_a_bucket_it_has_no_identity_and_its_logs_lie_on_the_volume()
    {
        var run = await RunAsync(LogSamples.Laptop());

        Assert.DoesNotContain(run.Registrations, one => one.Type.StartsWith("aws:", StringComparison.Ordinal));
        var values = (JObject)run[Release, "l-release"].Inputs["values"]!;
        JsonAssert.Same("""{ "type": "filesystem" }""", values.SelectToken("loki.storage"));
        Assert.Equal(("filesystem", "filesystem", 1), ((string?)values.SelectToken("loki.schemaConfig.configs[0].object_store"), (string?)values.SelectToken("loki.compactor.delete_request_store"), (int)values.SelectToken("loki.commonConfig.replication_factor")!));
    }

    public static TheoryData<bool> Forms => [true, false];

    [SkippableTheory]
    [MemberData(nameof(Forms))]
    public async Task The_chart_knows_every_value(bool withBucket) =>
        Assert.Equal([], HelmValues.Problems("loki", (JObject)(await ReleaseAsync(withBucket ? LogSamples.Loki() : LogSamples.Laptop()))["values"]!));

    [Fact]
    public async Task Its_version_is_pinned()
    {
        var release = await ReleaseAsync(LogSamples.Loki());

        Assert.Equal(
            ("loki", "18.11.0", "https://grafana-community.github.io/helm-charts", "loki"),
            ((string?)release["chart"], (string?)release["version"], (string?)release.SelectToken("repositoryOpts.repo"), (string?)release["namespace"]));
    }

    // grafana/loki, tag v3.7.6: pkg/validation/limits.go, pkg/compactor/config.go, pkg/analytics/reporter.go. A key that isn't known stops Loki at its start.
    [Fact]
    public async Task Logs_end_after_the_days_that_were_asked_for()
    {
        var loki = (await ReleaseAsync(LogSamples.Loki())).SelectToken("values.loki")!;

        JsonAssert.Same(
            """
            {
              "retention_period": "336h", "max_query_lookback": "336h", "allow_structured_metadata": true, "ingestion_rate_mb": 16, "ingestion_burst_size_mb": 32,
              "max_line_size_truncate": true
            }
            """,
            loki["limits_config"]);
        JsonAssert.Same("""{ "working_directory": "/var/loki/compactor", "retention_enabled": true, "delete_request_store": "s3" }""", loki["compactor"]);
        JsonAssert.Same(
            """{ "configs": [ { "from": "2024-04-01", "store": "tsdb", "object_store": "s3", "schema": "v13", "index": { "prefix": "index_", "period": "24h" } } ] }""", loki["schemaConfig"]);
        JsonAssert.Same("""{ "path_prefix": "/var/loki", "replication_factor": 3 }""", loki["commonConfig"]);
        JsonAssert.Same("""{ "type": "s3", "bucketNames": { "chunks": "logs-0a1b2c3" }, "s3": { "region": "eu-central-1" } }""", loki["storage"]);
    }

    // What the chart brings by default costs 10 GB of memory and a pod on every node.
    [Fact]
    public async Task Nothing_runs_beside_it()
    {
        var values = (JObject)(await ReleaseAsync(LogSamples.Loki()))["values"]!;

        Assert.Equal(
            ["chunksCache", "gateway", "lokiCanary", "resultsCache", "ruler", "test"],
            values.Properties().Where(part => part.Value is JObject map && map.Count == 1 && (bool?)map["enabled"] == false).Select(part => part.Name));
        Assert.Equal((0, 0, 0, 3), ((int)values.SelectToken("read.replicas")!, (int)values.SelectToken("write.replicas")!, (int)values.SelectToken("backend.replicas")!, (int)values.SelectToken("singleBinary.replicas")!));
    }

    [Theory]
    [InlineData(true, true, "Delete")]
    [InlineData(false, true, "Retain")]
    [InlineData(false, false, "Delete")]
    public async Task A_volume_is_kept_only_where_it_holds_logs_that_are_protected(bool withBucket, bool protect, string whenDeleted)
    {
        var args = new LokiArgs { Bucket = withBucket ? LogSamples.Loki().Bucket : null, Protect = protect, SenderNamespaces = ["a"] };

        Assert.Equal(
            (true, whenDeleted, "Retain"),
            ((bool)(await PersistenceAsync(args))["enableStatefulSetAutoDeletePVC"]!, (string?)(await PersistenceAsync(args))["whenDeleted"], (string?)(await PersistenceAsync(args))["whenScaled"]));
    }

    [Fact]
    public async Task Its_role_has_the_policy_of_the_bucket_and_is_that_of_its_pods()
    {
        var run = await RunAsync(LogSamples.Loki());

        Assert.Equal("""{"Statement": []}""", (string?)run["aws:iam/rolePolicy:RolePolicy", "l-policy"].Inputs["policy"]);
        var association = run["aws:eks/podIdentityAssociation:PodIdentityAssociation", "l-association"].Inputs;
        Assert.Equal(("gpu", "loki", "loki"), ((string?)association["clusterName"], (string?)association["namespace"], (string?)association["serviceAccount"]));
    }

    [Fact]
    public async Task Senders_and_readers_reach_it_and_it_reaches_its_like_and_the_bucket()
    {
        const string Pods = """[ { "podSelector": { "matchLabels": { "app.kubernetes.io/name": "loki", "app.kubernetes.io/instance": "loki" } } } ]""";
        const string Ports = """[ { "protocol": "TCP", "port": 9095 }, { "protocol": "TCP", "port": 7946 }, { "protocol": "TCP", "port": 3100 } ]""";
        var spec = (await RunAsync(LogSamples.Loki()))["kubernetes:networking.k8s.io/v1:NetworkPolicy", "l-access"].Inputs["spec"]!;

        JsonAssert.Same(
            $$"""
            [
              {
                "from": [
                  { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "fluent-bit" } } },
                  { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "monitoring" } } }
                ],
                "ports": [ { "protocol": "TCP", "port": 3100 } ]
              },
              { "from": {{Pods}}, "ports": {{Ports}} }
            ]
            """,
            spec["ingress"]);
        Assert.Equal("53,53; 9095,7946,3100; 443; 80", string.Join("; ", spec["egress"]!.Select(rule => string.Join(',', rule["ports"]!.Select(port => port["port"])))));
        JsonAssert.Same(Pods, spec["egress"]![1]!["to"]);
    }

    [Fact]
    public async Task Every_mistake_is_named() => Assert.Equal(
        """
        6 problems in gpu-inference:index:Loki:
          l.retentionDays: 0 is less than 1
          l.replicas: 2 pods outlive the loss of one no better than 1 does; use 1, or 3 and more
          l.replicas: 2 pods can't share a volume; give them a bucket, or run one pod
          l.senderNamespaces: is empty; without a sender there are no logs
          l.volumeSize: 'much' is no size; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei
          l.memory: '0' is no size; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => RunAsync(new LokiArgs { RetentionDays = 0, Replicas = 2, SenderNamespaces = [], VolumeSize = "much", Memory = "0" }))).Message);

    [Fact]
    public async Task Grafana_learns_of_it_by_a_ConfigMap_with_the_label_of_its_sidecar()
    {
        var run = await ComponentHarness.RunAsync(
            () => _ = new K8s.Core.V1.ConfigMap("c", LokiDataSource.ConfigMap("monitoring"), new CustomResourceOptions { Provider = Samples.KubernetesProvider() }));
        var map = run["kubernetes:core/v1:ConfigMap", "c"].Inputs;

        Assert.Equal(("monitoring", "1"), ((string?)map.SelectToken("metadata.namespace"), (string?)map.SelectToken("metadata.labels.grafana_datasource")));
        JsonAssert.Same(
            """
            {
              "apiVersion": 1,
              "datasources": [ { "name": "Loki", "uid": "loki", "type": "loki", "access": "proxy", "url": "http://loki.loki.svc:3100", "editable": false } ]
            }
            """,
            JToken.Parse((string)map.SelectToken("data['loki.yaml']")!));
    }

    private static async Task<JToken> PersistenceAsync(LokiArgs args) => (await ReleaseAsync(args)).SelectToken("values.singleBinary.persistence")!;

    private static async Task<JObject> ReleaseAsync(LokiArgs args) => (await RunAsync(args))[Release, "l-release"].Inputs;

    private static Task<ComponentRun> RunAsync(LokiArgs args) => TrafficSamples.Run(options => _ = new Loki("l", args, options));
}
