using Infra.Components.Monitoring.Rules;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Monitoring.Rules;

public sealed class PlatformAlertsTests
{
    private const string Rules = "kubernetes:monitoring.coreos.com/v1:PrometheusRule";

    [Fact]
    public async Task Each_family_is_an_object() => Assert.Equal(
        """
        gpu-inference:index:PlatformAlerts alerts
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-gpu-health
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-gpu-pools
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-gpu-use
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-nodes
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-node-autoscaler
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-jobs
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-storage
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-backup
          kubernetes:monitoring.coreos.com/v1:PrometheusRule alerts-telemetry

        """,
        (await RunAsync(PlatformAlertSamples.Everything())).Outline);

    [Fact]
    public async Task What_nobody_tells_of_has_no_alerts()
    {
        var run = await RunAsync(new PlatformAlertsArgs { Namespace = "monitoring" });

        Assert.Equal(["alerts-nodes", "alerts-storage"], run.Registrations.Where(one => one.Type == Rules).Select(one => one.Name));
        Assert.Equal(["NodeNotReady", "NodeUnderPressure", "PodOnFailedNode"], Alerts(run["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "alerts-nodes"].Inputs));
        Assert.Equal(["VolumeAlmostFull", "VolumeFillingUp", "VolumeFewFilesLeft", "VolumeLost"], Alerts(run[Rules, "alerts-storage"].Inputs));
    }

    [Fact]
    public async Task An_alert_is_found_by_labels_and_says_where_to_read_on()
    {
        var args = PlatformAlertSamples.Everything();
        var rule = (await RunAsync(args))[Rules, "alerts-gpu-pools"].Inputs;

        Assert.Equal(("platform-gpu-pools", "monitoring", "prometheus"), ((string?)rule.SelectToken("metadata.name"), (string?)rule.SelectToken("metadata.namespace"), (string?)rule.SelectToken("metadata.labels.release")));
        JsonAssert.Same(
            """
            {
              "alert": "GpuNodeUnused",
              "expr": "max by (node) (kube_node_labels{label_gpu_inference_pool=\"t4\"}) and on(node) kube_node_status_condition{condition=\"Ready\",status=\"true\"} == 1 unless on(node) sum by (node) (kube_pod_container_resource_requests{resource=\"nvidia_com_gpu\"} and on(namespace, pod) kube_pod_status_phase{phase=~\"Pending|Running\"} == 1) > 0 and on() count(max by (node) (kube_node_labels{label_gpu_inference_pool=\"t4\"})) > 1",
              "for": "1h",
              "labels": { "pool": "t4", "severity": "P2" },
              "annotations": {
                "summary": "Nobody uses a node of pool t4: {{ $labels.node }}",
                "description": "For an hour no pod on it has asked for nvidia.com/gpu, and the pool has more than its 1 nodes; the autoscaler should have given it back. A node costs $3.912 per hour.",
                "runbook": "docs/runbooks/gpu-idle.md"
              }
            }
            """,
            rule.SelectToken("spec.groups[0].rules[?(@.alert == 'GpuNodeUnused')]"));
    }

    [Fact]
    public async Task Karpenter_counts_the_nodes_that_EC2_takes_back()
    {
        var args = PlatformAlertSamples.Everything();
        var run = await RunAsync(new PlatformAlertsArgs { Namespace = args.Namespace, Sources = new AlertSourcesArgs { Karpenter = true } });

        Assert.Equal(["KarpenterOutOfSync", "KarpenterLaunchesFail", "SpotInterruptionsFrequent"], Alerts(run[Rules, "alerts-node-autoscaler"].Inputs));
    }

    private static IEnumerable<string?> Alerts(JObject rule) => rule.SelectTokens("spec.groups[*].rules[*].alert").Select(alert => (string?)alert);

    private static Task<ComponentRun> RunAsync(PlatformAlertsArgs args) => ComponentHarness.RunAsync(() => _ = new PlatformAlerts("alerts", args));
}
