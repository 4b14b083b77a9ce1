using Infra.TestKit.Prometheus;
using static Infra.Core.Tests.Monitoring.Alerts.GpuAlertCases;

namespace Infra.Core.Tests.Monitoring.Alerts;

/// <summary>Cases of alerts on a model's pods, on who counts them, and on jobs.</summary>
internal static class ModelAlertCases
{
    private const string Pod = "namespace=\"models\",pod=\"vision-5d9-abcde\"";
    private const string Hpa = "namespace=\"models\",horizontalpodautoscaler=\"keda-hpa-vision\"";

    public static IReadOnlyDictionary<string, AlertCase> All { get; } = new Dictionary<string, AlertCase>
    {
        // A pod that got a node after 14 minutes, one that goes, and one of another model whose name begins the same.
        ["ModelPodsPending"] = new(
            [Unschedulable("models", "vision-5d9-abcde")],
            [
                Unschedulable("models", "vision-5d9-fghij", "1x28 _x60"), Unschedulable("models", "vision-5d9-klmno"), ("kube_pod_deletion_timestamp{namespace=\"models\",pod=\"vision-5d9-klmno\"}", "60x60"),
                Unschedulable("models", "vision-2-5d9-abcde"),
            ],
            "20m"),
        ["ModelPodCrashLooping"] = new([Waiting("server", "CrashLoopBackOff", "1x4 _x4 1x4 _x4 1x4 _x4 1x4")], [Waiting("server", "CrashLoopBackOff", "1x4 _x60")], "15m"),
        ["ModelPodOutOfMemory"] = new([Restarts("0x5 1x40"), LastEnd("OOMKilled")], [Restarts("0x5 1x40"), LastEnd("Error")], "10m"),
        ["ModelImagePullFailing"] = new([Waiting("server", "ImagePullBackOff", "1x40")], [Waiting("server", "ContainerCreating", "1x40"), Waiting("server", "ErrImagePull", "1x4 _x40")], "15m"),
        ["ModelDownloadFailing"] = new([Init("CrashLoopBackOff")], [Init("PodInitializing")], "15m"),
        // Pods that go, that were evicted, and that crash, which another alert says.
        ["ModelPodNotReady"] = new(
            [NotReady("vision-5d9-abcde"), Phase("vision-5d9-abcde", "Running")],
            [
                NotReady("vision-5d9-abcde"), Phase("vision-5d9-abcde", "Running"), Waiting("server", "CrashLoopBackOff", "1x80"),
                NotReady("vision-5d9-fghij"), Phase("vision-5d9-fghij", "Failed"),
                NotReady("vision-5d9-klmno"), Phase("vision-5d9-klmno", "Running"), ("kube_pod_deletion_timestamp{namespace=\"models\",pod=\"vision-5d9-klmno\"}", "60x80"),
                NotReady("vision-5d9-pqrst"), Phase("vision-5d9-pqrst", "Pending"), Unschedulable("models", "vision-5d9-pqrst"),
            ],
            "25m"),
        ["ModelUnwatched"] = new([Ready1, Up("vision", 0)], [Ready1, Up("vision", 1)], "20m"),
        ["ModelAutoscalerAtMaximum"] = new([Desired(4), Most], [Desired(3), Most], "35m"),
        // The autoscaler of a model that sleeps is off, too.
        ["ModelAutoscalerFailing"] = new([Inactive, Desired(2)], [Inactive, Desired(0)], "20m"),
        ["KedaScalerFailing"] = new([ScalerErrors("0+1x80")], [ScalerErrors("0+0.2x80")], "35m"),
        ["PredictionStoreFailing"] = new(Answers("0+2x60", "0+8x60"), Answers("0+0.9x60", "0+9.1x60"), "25m"),
        ["GpuJobWaiting"] = new(
            [Unschedulable("models", "train-abcde"), CreatedBy("train-abcde", "Job")],
            [Unschedulable("models", "train-abcde", "1x70 _x20"), CreatedBy("train-abcde", "Job"), Unschedulable("models", "vision-5d9-abcde"), CreatedBy("vision-5d9-abcde", "ReplicaSet")],
            "6h30m")
        { Interval = "5m" },
    };

    private static (string, string) Ready1 => ($"kube_pod_status_ready{{{Pod},condition=\"true\"}}", "1x60");

    private static (string, string) Most => ($"kube_horizontalpodautoscaler_spec_max_replicas{{{Hpa}}}", "4x80");

    private static (string, string) Inactive => ($"kube_horizontalpodautoscaler_status_condition{{{Hpa},condition=\"ScalingActive\",status=\"false\"}}", "1x60");

    private static (string, string) Desired(int replicas) => ($"kube_horizontalpodautoscaler_status_desired_replicas{{{Hpa}}}", $"{replicas}x80");

    private static (string, string) NotReady(string pod) => ($"kube_pod_status_ready{{namespace=\"models\",pod=\"{pod}\",condition=\"true\"}}", "0x80");

    private static (string, string) Waiting(string container, string reason, string values) => ($"kube_pod_container_status_waiting_reason{{{Pod},container=\"{container}\",reason=\"{reason}\"}}", values);

    private static (string, string) Init(string reason) => ($"kube_pod_init_container_status_waiting_reason{{{Pod},container=\"model\",reason=\"{reason}\"}}", "1x40");

    private static (string, string) Restarts(string values) => ($"kube_pod_container_status_restarts_total{{{Pod},container=\"server\"}}", values);

    private static (string, string) LastEnd(string reason) => ($"kube_pod_container_status_last_terminated_reason{{{Pod},container=\"server\",reason=\"{reason}\"}}", "1x40");

    private static (string, string) Up(string model, int value) => ($"up{{{Pod},app_kubernetes_io_instance=\"{model}\"}}", $"{value}x60");

    private static (string, string) ScalerErrors(string values) => ($"keda_scaler_detail_errors_total{{namespace=\"keda\",exported_namespace=\"models\",scaledObject=\"vision\",scaler=\"prometheusScaler\"}}", values);

    private static (string, string)[] Answers(string errors, string hits) =>
        [($"prediction_cache_requests_total{{namespace=\"models\",service=\"vision-cache\",result=\"error\"}}", errors), ($"prediction_cache_requests_total{{namespace=\"models\",service=\"vision-cache\",result=\"hit\"}}", hits)];
}
