using Infra.Components.Tests.Jobs;
using Infra.Core.Monitoring.Rules;
using Infra.TestKit;
using Infra.TestKit.Helm;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Monitoring.Stack;

/// <summary>What the chart gets, against its own values and against the definitions of what it makes of them.</summary>
public sealed class StackValuesTests
{
    public static TheoryData<bool> Forms => [true, false];

    [SkippableTheory]
    [MemberData(nameof(Forms))]
    public async Task Every_value_is_one_that_the_chart_or_a_chart_within_it_knows(bool everything) =>
        Assert.Empty(HelmValues.Problems("kube-prometheus-stack", await ValuesAsync(everything)));

    [Fact]
    public async Task The_server_of_everything() => JsonAssert.Same(
        """
        {
          "podDisruptionBudget": { "enabled": true, "minAvailable": 1 },
          "prometheusSpec": {
            "replicas": 2,
            "retention": "360h",
            "retentionSize": "40960MiB",
            "scrapeInterval": "30s",
            "evaluationInterval": "30s",
            "resources": { "requests": { "cpu": "500m", "memory": "2Gi" }, "limits": { "memory": "2Gi" } },
            "storageSpec": { "volumeClaimTemplate": { "spec": { "accessModes": ["ReadWriteOnce"], "storageClassName": "disks", "resources": { "requests": { "storage": "50Gi" } } } } },
            "topologySpreadConstraints": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app.kubernetes.io/name": "prometheus", "operator.prometheus.io/name": "kube-prometheus-stack-prometheus" } } }, { "maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app.kubernetes.io/name": "prometheus", "operator.prometheus.io/name": "kube-prometheus-stack-prometheus" } } }],
            "ruleSelectorNilUsesHelmValues": false,
            "serviceMonitorSelectorNilUsesHelmValues": false,
            "podMonitorSelectorNilUsesHelmValues": false,
            "probeSelectorNilUsesHelmValues": false,
            "scrapeConfigSelectorNilUsesHelmValues": false,
            "persistentVolumeClaimRetentionPolicy": { "whenDeleted": "Retain", "whenScaled": "Retain" },
            "externalLabels": { "cluster": "gpu" },
            "replicaExternalLabelName": "__replica__",
            "remoteWrite": [ { "url": "https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1/api/v1/remote_write", "sigv4": { "region": "eu-central-1" } } ]
          }
        }
        """,
        (await ValuesAsync(everything: true))["prometheus"]);

    [Fact]
    public async Task The_server_of_a_laptop() => JsonAssert.Same(
        """
        {
          "podDisruptionBudget": { "enabled": false },
          "prometheusSpec": {
            "replicas": 1,
            "retention": "6h",
            "retentionSize": "1638MiB",
            "scrapeInterval": "30s",
            "evaluationInterval": "30s",
            "resources": { "requests": { "cpu": "100m", "memory": "512Mi" }, "limits": { "memory": "512Mi" } },
            "storageSpec": { "emptyDir": { "sizeLimit": "2Gi" } },
            "topologySpreadConstraints": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app.kubernetes.io/name": "prometheus", "operator.prometheus.io/name": "kube-prometheus-stack-prometheus" } } }, { "maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app.kubernetes.io/name": "prometheus", "operator.prometheus.io/name": "kube-prometheus-stack-prometheus" } } }],
            "ruleSelectorNilUsesHelmValues": false,
            "serviceMonitorSelectorNilUsesHelmValues": false,
            "podMonitorSelectorNilUsesHelmValues": false,
            "probeSelectorNilUsesHelmValues": false,
            "scrapeConfigSelectorNilUsesHelmValues": false
          }
        }
        """,
        (await ValuesAsync(everything: false))["prometheus"]);

    // The chart hands these on as they are, so that a wrong one would be found only by the API server.
    [SkippableTheory]
    [MemberData(nameof(Forms))]
    public async Task What_becomes_a_Prometheus_fits_its_definition(bool everything)
    {
        var values = (JObject)(await ValuesAsync(everything)).SelectToken("prometheus.prometheusSpec")!;
        var spec = new JObject(values.Properties().Where(property => !property.Name.EndsWith("UsesHelmValues", StringComparison.Ordinal)));
        spec["storage"] = spec["storageSpec"];
        spec.Remove("storageSpec");

        Assert.Equal(
            [], CustomResourceDefinitions.Problems(new JObject { ["apiVersion"] = "monitoring.coreos.com/v1", ["kind"] = "Prometheus", ["metadata"] = new JObject { ["name"] = "x" }, ["spec"] = spec }));
    }

    // Nobody else's AlertmanagerConfig is merged into ours: no object has a label and lacks it.
    [SkippableFact]
    public async Task What_becomes_an_Alertmanager_fits_its_definition()
    {
        var spec = (JObject)(await ValuesAsync(everything: true)).SelectToken("alertmanager.alertmanagerSpec")!;

        JsonAssert.Same(
            """
            {
              "replicas": 2,
              "resources": { "requests": { "cpu": "25m", "memory": "64Mi" } },
              "topologySpreadConstraints": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app.kubernetes.io/name": "alertmanager", "alertmanager": "kube-prometheus-stack-alertmanager" } } }, { "maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": { "matchLabels": { "app.kubernetes.io/name": "alertmanager", "alertmanager": "kube-prometheus-stack-alertmanager" } } }],
              "useExistingSecret": true,
              "configSecret": "alertmanager-configuration",
              "alertmanagerConfigSelector": {
                "matchExpressions": [ { "key": "alertmanagerConfig", "operator": "Exists" }, { "key": "alertmanagerConfig", "operator": "DoesNotExist" } ]
              },
              "secrets": ["alertmanager-files", "pagerduty"]
            }
            """,
            spec);
        spec.Remove("useExistingSecret");
        Assert.Equal(
            [], CustomResourceDefinitions.Problems(new JObject { ["apiVersion"] = "monitoring.coreos.com/v1", ["kind"] = "Alertmanager", ["metadata"] = new JObject { ["name"] = "x" }, ["spec"] = spec }));
    }

    [Fact]
    public async Task What_the_provider_hides_is_neither_scraped_nor_watched()
    {
        var values = await ValuesAsync(everything: true);

        Assert.Equal(
            ["kubeControllerManager", "kubeEtcd", "kubeProxy", "kubeScheduler"],
            values.Properties().Where(part => part.Value is JObject { Count: 1 } only && (bool?)only["enabled"] == false).Select(part => part.Name).Order(StringComparer.Ordinal));
        JsonAssert.Same(
            """
            {
              "create": true,
              "rules": {
                "alertmanager": true, "etcd": false, "kubeApiserverAvailability": false, "kubeApiserverBurnrate": false, "kubeApiserverHistogram": false, "kubeApiserverSlos": false,
                "kubeControllerManager": false, "kubeProxy": false, "kubeSchedulerAlerting": false, "kubeSchedulerRecording": false, "windows": false
              },
              "disabled": {
                "KubeCPUOvercommit": true, "KubeCPUQuotaOvercommit": true, "KubeHpaMaxedOut": true, "KubeJobNotCompleted": true, "KubeMemoryOvercommit": true, "KubeMemoryQuotaOvercommit": true,
                "KubeNodeNotReady": true, "KubeNodePressure": true, "KubeNodeUnreachable": true, "KubePersistentVolumeFillingUp": true, "KubePersistentVolumeInodesFillingUp": true
              },
              "appNamespacesOperator": "!~",
              "appNamespacesTarget": "gpu-inference-headroom"
            }
            """,
            values["defaultRules"]);
    }

    [Fact]
    public async Task Where_nobody_sends_alerts_no_rule_complains_of_it()
    {
        var values = await ValuesAsync(everything: false);

        JsonAssert.Same("""{ "enabled": false }""", values["alertmanager"]);
        Assert.False((bool)values.SelectToken("defaultRules.rules.alertmanager")!);
        Assert.True((bool)values.SelectToken("defaultRules.disabled.PrometheusNotConnectedToAlertmanagers")!);
    }

    // A model's start is longer than the chart's 10 and 15 minutes.
    [Fact]
    public async Task Alerts_of_the_chart_on_what_starts_wait_for_an_hour() => JsonAssert.Same(
        """
        {
          "KubeDaemonSetRolloutStuck": { "for": "1h" }, "KubeDeploymentReplicasMismatch": { "for": "1h" }, "KubePdbNotEnoughHealthyPods": { "for": "1h" }, "KubePodNotReady": { "for": "1h" },
          "KubeStatefulSetReplicasMismatch": { "for": "1h" }, "TargetDown": { "for": "1h" }
        }
        """,
        (await ValuesAsync(everything: true))["customRules"]);

    // A group that the chart renamed would be on again, and nobody would know.
    [SkippableFact]
    public void Every_group_that_is_off_is_one_of_the_chart_and_has_a_reason()
    {
        var groups = YamlJson.Read(SharedFacts.Require("helm-values", "kube-prometheus-stack.yaml")).SelectToken("defaultRules.rules")!;

        Assert.All(ChartRules.Off, group => Assert.True(groups[group.Key] is not null && group.Value.Length > 10, group.Key));
    }

    [Fact]
    public async Task The_exporters() => JsonAssert.Same(
        """
        {
          "kube-state-metrics": {
            "resources": { "requests": { "cpu": "25m", "memory": "128Mi" } },
            "collectorsExclude": ["secrets"],
            "metricLabelsAllowlist": [
              "nodes=[gpu-inference/pool,node.kubernetes.io/instance-type,topology.kubernetes.io/zone,eks.amazonaws.com/capacityType,karpenter.sh/capacity-type,eks.amazonaws.com/compute-type]",
              "pods=[app.kubernetes.io/instance,app.kubernetes.io/component,app.kubernetes.io/name]"
            ]
          },
          "prometheus-node-exporter": {
            "namespaceOverride": "node-exporter",
            "resources": { "requests": { "cpu": "25m", "memory": "40Mi" } },
            "tolerations": [ { "operator": "Exists" } ],
            "priorityClassName": "system-node-critical"
          }
        }
        """,
        new JObject((await ValuesAsync(everything: true)).Properties().Where(part => part.Name is "kube-state-metrics" or "prometheus-node-exporter")));

    private static async Task<JObject> ValuesAsync(bool everything) =>
        (JObject)(await MonitoringStackTests.Run(everything ? StackSamples.Everything() : StackSamples.Laptop())).Inputs("monitoring-release")["values"]!;
}
