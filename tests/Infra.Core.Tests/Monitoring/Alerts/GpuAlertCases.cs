using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.Alerts;

/// <summary>Cases of alerts on GPUs and their pools.</summary>
internal static class GpuAlertCases
{
    private const string Gpu = "node=\"n1\",gpu=\"0\",modelName=\"Tesla T4\",exported_namespace=\"models\",exported_pod=\"vision-5d9-abcde\"";
    private const string Job = "node=\"n1\",gpu=\"0\",modelName=\"Tesla T4\",exported_namespace=\"models\",exported_pod=\"train-abcde\"";
    private const string Holder = "node=\"n1\",gpu=\"1\",modelName=\"Tesla T4\",exported_namespace=\"headroom\",exported_pod=\"t4-abcde\"";

    public static IReadOnlyDictionary<string, AlertCase> All { get; } = new Dictionary<string, AlertCase>
    {
        // It is told for five minutes, and there for half an hour.
        ["GpuHardwareError"] = new([Xid(79, "1x9 _x60")], [Xid(13, "3x60"), Xid(45, "3x60"), Xid(63, "3x60")], "20m"),
        ["GpuMemoryUncorrectable"] = new([($"DCGM_FI_DEV_ECC_DBE_VOL_TOTAL{{{Gpu}}}", "0x10 1x60")], [($"DCGM_FI_DEV_ECC_DBE_VOL_TOTAL{{{Gpu}}}", "3x60")], "20m"),
        ["GpuRowRemapFailed"] = new([($"DCGM_FI_DEV_ROW_REMAP_FAILURE{{{Gpu}}}", "1x20")], [($"DCGM_FI_DEV_ROW_REMAP_FAILURE{{{Gpu}}}", "1x5 0x20")], "8m"),
        ["GpuMemoryWorn"] = new([Xid(63, "1x9 _x60")], [Xid(45, "9x60"), Xid(154, "9x60")], "20m"),
        // One crash, however many errors it makes, is over.
        ["GpuApplicationErrors"] = new([Xid(31, "2x80")], [Xid(31, "96x9 _x80")], "38m"),
        ["GpuOverheated"] = new([Heat("0+6000000000x80")], [Heat("0+2700000000x80")], "30m"),
        // A GPU at its power limit is at work.
        ["GpuClocksHeldDown"] = new([Clocks("hw_slowdown", "4x60")], [Clocks("power_cap", "10x60"), Clocks("sw_thermal", "10x60")], "20m"),
        ["GpuNodeLacksGpus"] = new(
            [Node("n1"), Ready("n1")],
            [Node("n1"), Ready("n1"), Gpus("n1", 4), Node("n2"), Ready("n2", 0), Node("n3", "cpu"), Ready("n3")],
            "25m"),
        // What a job that ended had asked for, nobody uses.
        ["GpuNodeUnused"] = new(
            [Node("n1"), Ready("n1"), Requests("n1", "vision-5d9-abcde"), Phase("vision-5d9-abcde", "Running"), Node("n2"), Ready("n2"), Requests("n2", "train-abcde"), Phase("train-abcde", "Succeeded")],
            [Node("n1"), Ready("n1")],
            "65m"),
        ["GpuPoolAtMaximum"] = new(
            [Node("n1"), Node("n2"), Unschedulable("models", "vision-5d9-abcde")],
            [Node("n1"), Node("n2"), Unschedulable("headroom", "t4-abcde"), Unschedulable("models", "vision-2-5d9-abcde")],
            "20m"),
        ["GpuNodeUnwatched"] = new(
            [Node("n1"), Ready("n1"), ("DCGM_FI_DEV_GPU_TEMP{node=\"n2\",gpu=\"0\"}", "40x100")],
            [Node("n1"), Ready("n1"), ("DCGM_FI_DEV_GPU_TEMP{node=\"n1\",gpu=\"0\"}", "40x100")],
            "35m"),
        // One request in a day is enough, and whoever holds room is idle on purpose.
        ["GpuIdle"] = new([Node("n1"), Use(Gpu, "3x310")], [Node("n1"), Use(Gpu, "3x200 40 3x110"), Use(Holder, "0x310")], "25h") { Interval = "5m" },
        ["GpuJobIdle"] = new([Node("n1"), Use(Job, "0x140"), CreatedBy("train-abcde", "Job")], [Node("n1"), Use(Gpu, "0x140"), CreatedBy("vision-5d9-abcde", "ReplicaSet"), Use(Job, "0x60 6x80"), CreatedBy("train-abcde", "Job")], "65m"),
        ["ModelGpuIdle"] = new(
            [Use(Gpu, "0x140"), Phase("vision-5d9-abcde", "Running"), Phase("vision-5d9-fghij", "Running")],
            [Use(Gpu, "0x140"), Phase("vision-5d9-abcde", "Running"), Phase("vision-5d9-fghij", "Succeeded")],
            "65m"),
        ["ModelGpuMemoryFull"] = new(Memory(960), Memory(940), "35m"),
    };

    /// <summary>Cases of the same alerts on GPUs that are cut.</summary>
    public static IReadOnlyDictionary<string, AlertCase> OfPieces { get; } = new Dictionary<string, AlertCase>
    {
        ["GpuIdle"] = new([Node("n1"), Engine(Gpu, "0.03x310")], [Node("n1"), Engine(Gpu, "0.03x200 0.4 0.03x110")], "25h") { Interval = "5m" },
        ["GpuJobIdle"] = new([Node("n1"), Engine(Job, "0x140"), CreatedBy("train-abcde", "Job")], [Node("n1"), Engine(Job, "0.06x140"), CreatedBy("train-abcde", "Job")], "65m"),
    };

    public static (string, string) Node(string name, string pool = "t4") => ($"kube_node_labels{{node=\"{name}\",label_gpu_inference_pool=\"{pool}\"}}", "1x320");

    public static (string, string) Ready(string node, int value = 1) => ($"kube_node_status_condition{{node=\"{node}\",condition=\"Ready\",status=\"true\"}}", $"{value}x320");

    public static (string, string) Unschedulable(string namespaceName, string pod, string values = "1x320") => ($"kube_pod_status_unschedulable{{namespace=\"{namespaceName}\",pod=\"{pod}\"}}", values);

    public static (string, string) Phase(string pod, string phase) => ($"kube_pod_status_phase{{namespace=\"models\",pod=\"{pod}\",phase=\"{phase}\"}}", "1x320");

    public static (string, string) CreatedBy(string pod, string kind) => ($"kube_pod_info{{namespace=\"models\",pod=\"{pod}\",node=\"n1\",created_by_kind=\"{kind}\"}}", "1x320");

    private static (string, string) Gpus(string node, int count) => ($"kube_node_status_allocatable{{node=\"{node}\",resource=\"nvidia_com_gpu\",unit=\"integer\"}}", $"{count}x320");

    private static (string, string) Requests(string node, string pod) =>
        ($"kube_pod_container_resource_requests{{namespace=\"models\",pod=\"{pod}\",container=\"server\",node=\"{node}\",resource=\"nvidia_com_gpu\",unit=\"integer\"}}", "1x320");

    private static (string, string) Xid(int code, string values) => ($"DCGM_EXP_XID_ERRORS_COUNT{{{Gpu},xid=\"{code}\",window_size_in_ms=\"300000\"}}", values);

    private static (string, string) Heat(string values) => ($"DCGM_FI_DEV_THERMAL_VIOLATION{{{Gpu}}}", values);

    private static (string, string) Clocks(string reason, string values) => ($"DCGM_EXP_CLOCK_EVENTS_COUNT{{{Gpu},clock_event=\"{reason}\"}}", values);

    private static (string, string) Use(string gpu, string values) => ($"DCGM_FI_DEV_GPU_UTIL{{{gpu}}}", values);

    private static (string, string) Engine(string gpu, string values) => ($"DCGM_FI_PROF_GR_ENGINE_ACTIVE{{{gpu},GPU_I_ID=\"1\",GPU_I_PROFILE=\"1g.5gb\"}}", values);

    private static (string, string)[] Memory(int used) =>
        [($"DCGM_FI_DEV_FB_USED{{{Gpu}}}", $"{used}x80"), ($"DCGM_FI_DEV_FB_FREE{{{Gpu}}}", $"{990 - used}x80"), ($"DCGM_FI_DEV_FB_RESERVED{{{Gpu}}}", "10x80")];
}
