using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.Alerts;

/// <summary>Cases of alerts on nodes, on who launches them, on volumes, logs and traces.</summary>
internal static class PlatformAlertCases
{
    private const string Claim = "namespace=\"models\",persistentvolumeclaim=\"weights\"";

    public static IReadOnlyDictionary<string, AlertCase> All { get; } = new Dictionary<string, AlertCase>
    {
        ["NodeNotReady"] = new(
            [Condition("n1", "Ready", "true", "0x60")],
            [
                Condition("n1", "Ready", "true", "0x60"), ("kube_node_spec_taint{node=\"n1\",key=\"ToBeDeletedByClusterAutoscaler\",effect=\"NoSchedule\"}", "1x60"),
                Condition("n2", "Ready", "true", "0x60"), ("kube_node_spec_taint{node=\"n2\",key=\"karpenter.sh/disrupted\",effect=\"NoSchedule\"}", "1x60"),
                Condition("n3", "Ready", "true", "0x28 1x30"),
            ],
            "20m"),
        ["NodeUnderPressure"] = new([Condition("n1", "DiskPressure", "true", "1x20")], [Condition("n1", "DiskPressure", "true", "1x8 0x20")], "8m"),
        ["NodeUnhealthy"] = new([Condition("n1", "AcceleratedHardwareReady", "false", "1x60")], [Condition("n1", "DiskPressure", "false", "1x60"), Condition("n1", "KernelReady", "false", "0x60")], "20m"),
        // Another node is down, this one came back at once, and a pod without a node stands on none.
        ["PodOnFailedNode"] = new(
            [PodOn("n1"), Condition("n1", "Ready", "true", "1 0x9")],
            [PodOn("n1"), PodOn(""), Condition("n1", "Ready", "true", "1 0 0 1x7"), Condition("n2", "Ready", "true", "0x10"), Condition("", "Ready", "true", "0x10")],
            "3m"),
        // The second pod waits for the lead, and tells 0 all the time.
        ["ClusterAutoscalerUnsafe"] = new([Safe("a", 0), Safe("b", 0)], [Safe("a", 0), Safe("b", 1)], "20m"),
        ["ClusterAutoscalerStuck"] = new([LastRound("0x60")], [LastRound("0+30x60")], "20m"),
        ["ClusterAutoscalerLaunchesFail"] = new([FailedLaunches("0x10 1x10 2x10 3x10 4x90")], [FailedLaunches("0x10 1x10 2x110")], "62m"),
        ["KarpenterOutOfSync"] = new([("karpenter_cluster_state_synced{pod=\"a\"}", "0x60")], [("karpenter_cluster_state_synced{pod=\"a\"}", "0x60"), ("karpenter_cluster_state_synced{pod=\"b\"}", "1x60")], "20m"),
        ["KarpenterLaunchesFail"] = new([Refused("0+1x200")], [Refused("0+1x60 60x140")], "80m"),
        ["SpotInterruptionsFrequent"] = new(
            [Disrupted("spot_interrupted", "0x5 1x5 2x5 3x5 4x40")],
            [Disrupted("spot_interrupted", "0x5 1x5 2x150"), Disrupted("underutilized", "0+1x160")],
            "62m"),
        ["VolumeAlmostFull"] = new([Free("25-0.01x60"), Capacity], [Free("20x60"), Capacity], "20m"),
        ["VolumeFillingUp"] = new([Free("140-0.05x200"), Capacity], [Free("140-0.001x200"), Capacity], "70m"),
        ["VolumeFewFilesLeft"] = new(Files(40), Files(60), "20m"),
        ["VolumeLost"] = new([($"kube_persistentvolumeclaim_status_phase{{{Claim},phase=\"Lost\"}}", "1x20")], [($"kube_persistentvolumeclaim_status_phase{{{Claim},phase=\"Pending\"}}", "1x20"), ($"kube_persistentvolumeclaim_status_phase{{{Claim},phase=\"Lost\"}}", "0x20")], "8m"),
        ["ModelCacheNotFilled"] = new([CrashLooping("model-cache", "1x40")], [CrashLooping("kube-system", "1x40"), CrashLooping("model-cache", "1x4 _x40")], "15m"),
        // What somebody makes by hand is his affair.
        ["ClusterBackupFailed"] = new([Backups("velero_backup_partial_failure_total", "scheduled", "0x5 1x20")], [Backups("velero_backup_failure_total", "scheduled", "0x25"), Backups("velero_backup_failure_total", "", "0x5 1x20")], "20m"),
        // Time is counted from 0: the first backup was complete then, and none since.
        ["ClusterBackupTooOld"] = new([Backups("velero_backup_last_successful_timestamp", "scheduled", "0x2000")], [Backups("velero_backup_last_successful_timestamp", "scheduled", "0x1439 86400x600")], "31h") { Interval = "1m" },
        ["ClusterBackupMissing"] = new([Backups("velero_backup_last_successful_timestamp", "", "0x2000")], [Backups("velero_backup_last_successful_timestamp", "scheduled", "_x1700 102000x300")], "31h") { Interval = "1m" },
        // One never succeeded; one did the week before, and one does still.
        ["RestoreTestFailed"] = new([Tested("last_schedule", "600000x100"), Tested("last_successful", "300x100")], [Tested("last_schedule", "600000x100"), Tested("last_successful", "300x30 600120x70")], "80m") { Interval = "1m" },
        // What happened once is over; what goes on isn't.
        ["LogsLost"] = new([Dropped("0+5x90")], [Dropped("0x10 5x90")], "35m"),
        ["LokiFailing"] = new([Answered("500", "0+2x90"), Answered("204", "0+8x90")], [Answered("500", "0+0.9x90"), Answered("204", "0+9.1x90")], "35m"),
        ["LokiCannotStore"] = new([("loki_ingester_chunks_flush_failures_total{pod=\"loki-0\"}", "0+1x90")], [("loki_ingester_chunks_flush_failures_total{pod=\"loki-0\"}", "0x10 3x90")], "35m"),
        ["LokiRefusesLines"] = new([("loki_discarded_samples_total{pod=\"loki-0\",reason=\"rate_limited\"}", "0+1x120")], [("loki_discarded_samples_total{pod=\"loki-0\",reason=\"rate_limited\"}", "0x10 9x120")], "50m"),
        ["TracesLost"] = new([("otelcol_exporter_send_failed_spans{pod=\"c-0\",exporter=\"otlp\"}", "0+3x90")], [("otelcol_exporter_enqueue_failed_spans{pod=\"c-0\",exporter=\"otlp\"}", "0x10 3x90")], "35m"),
        ["TracesRefused"] = new([("otelcol_receiver_refused_spans{pod=\"c-0\",receiver=\"otlp\"}", "0+3x90")], [("otelcol_receiver_refused_spans{pod=\"c-0\",receiver=\"otlp\"}", "0x10 3x90")], "35m"),
    };

    private static (string, string) Backups(string metric, string schedule, string values) => ($"{metric}{{pod=\"velero-0\",schedule=\"{schedule}\"}}", values);

    private static (string, string) Tested(string what, string values) => ($"kube_cronjob_status_{what}_time{{namespace=\"velero\",cronjob=\"restore-test\"}}", values);

    private static (string, string) Capacity => ($"kubelet_volume_stats_capacity_bytes{{{Claim},node=\"n1\"}}", "1000x210");

    private static (string, string) Free(string values) => ($"kubelet_volume_stats_available_bytes{{{Claim},node=\"n1\"}}", values);

    private static (string, string)[] Files(int free) => [($"kubelet_volume_stats_inodes_free{{{Claim},node=\"n1\"}}", $"{free}x60"), ($"kubelet_volume_stats_inodes{{{Claim},node=\"n1\"}}", "1000x60")];

    private static (string, string) Condition(string node, string condition, string status, string values) => ($"kube_node_status_condition{{node=\"{node}\",condition=\"{condition}\",status=\"{status}\"}}", values);

    private static (string, string) PodOn(string node) => ($"kube_pod_info{{namespace=\"models\",pod=\"chat-{node}\",uid=\"1\",node=\"{node}\"}}", "1x10");

    private static (string, string) Safe(string pod, int value) => ($"cluster_autoscaler_cluster_safe_to_autoscale{{pod=\"{pod}\"}}", $"{value}x60");

    private static (string, string) LastRound(string values) => ("cluster_autoscaler_last_activity{pod=\"a\",activity=\"main\"}", values);

    private static (string, string) FailedLaunches(string values) => ("cluster_autoscaler_failed_scale_ups_total{pod=\"a\",reason=\"timeout\"}", values);

    private static (string, string) Refused(string values) => ("karpenter_cloudprovider_instance_launch_failures_total{pod=\"a\",zone=\"z\",zone_id=\"z1\",capacity_type=\"spot\",reason=\"InsufficientInstanceCapacity\"}", values);

    private static (string, string) Disrupted(string reason, string values) => ($"karpenter_nodeclaims_disrupted_total{{pod=\"a\",reason=\"{reason}\",nodepool=\"t4\",capacity_type=\"spot\"}}", values);

    private static (string, string) CrashLooping(string namespaceName, string values) => ($"kube_pod_container_status_waiting_reason{{namespace=\"{namespaceName}\",pod=\"model-cache-abcde\",container=\"fill\",reason=\"CrashLoopBackOff\"}}", values);

    private static (string, string) Dropped(string values) => ("fluentbit_output_dropped_records_total{pod=\"f-0\",name=\"loki.0\"}", values);

    private static (string, string) Answered(string status, string values) => ($"loki_request_duration_seconds_count{{pod=\"loki-0\",route=\"loki_api_v1_push\",method=\"POST\",status_code=\"{status}\"}}", values);
}
