using System.Collections.Immutable;
using static Infra.Core.Accelerators.DcgmMetricType;

namespace Infra.Core.Accelerators;

/// <summary>
/// What the project's DCGM exporter publishes: what alerts and dashboards ask for, and nothing else, because every field is a
/// series per GPU and pod. Fields and types are those of the list that ships with the exporter (default-counters.csv,
/// exporter 4.8.2), where many are commented out.
/// </summary>
public static class DcgmMetrics
{
    /// <summary>GPU utilisation in percent; not published for a GPU in MIG mode.</summary>
    public const string Utilisation = "DCGM_FI_DEV_GPU_UTIL";

    /// <summary>Share of time that compute engines were active, 0 to 1; also published for MIG pieces.</summary>
    public const string EngineActive = "DCGM_FI_PROF_GR_ENGINE_ACTIVE";

    /// <summary>Share of cycles in which tensor cores worked, 0 to 1.</summary>
    public const string TensorActive = "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE";

    /// <summary>Used GPU memory in MiB.</summary>
    public const string MemoryUsed = "DCGM_FI_DEV_FB_USED";

    /// <summary>Free GPU memory in MiB.</summary>
    public const string MemoryFree = "DCGM_FI_DEV_FB_FREE";

    /// <summary>GPU memory in MiB that the driver keeps for itself.</summary>
    public const string MemoryReserved = "DCGM_FI_DEV_FB_RESERVED";

    /// <summary>The last XID error; keeps its value until the GPU is reset, so alerts look at <see cref="XidErrorCount"/>.</summary>
    public const string XidError = "DCGM_FI_DEV_XID_ERRORS";

    /// <summary>XID errors during the exporter's window of five minutes, with the code as the label <c>xid</c>.</summary>
    public const string XidErrorCount = "DCGM_EXP_XID_ERRORS_COUNT";

    /// <summary>How often clocks were held down during the exporter's window of five minutes, with the reason as the label <c>clock_event</c>.</summary>
    public const string ClockEventCount = "DCGM_EXP_CLOCK_EVENTS_COUNT";

    /// <summary>Memory errors of two bits since the driver was loaded; they can't be corrected.</summary>
    public const string UncorrectableErrors = "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL";

    /// <summary>Memory errors of one bit since the driver was loaded; they were corrected.</summary>
    public const string CorrectableErrors = "DCGM_FI_DEV_ECC_SBE_VOL_TOTAL";

    /// <summary>Whether the remapping of a broken memory row failed; the GPU has to be replaced then.</summary>
    public const string RowRemapFailure = "DCGM_FI_DEV_ROW_REMAP_FAILURE";

    /// <summary>Time in ns that the GPU was slowed down because it was hot.</summary>
    public const string ThermalThrottling = "DCGM_FI_DEV_THERMAL_VIOLATION";

    /// <summary>Time in ns that the GPU was slowed down because of its power limit.</summary>
    public const string PowerThrottling = "DCGM_FI_DEV_POWER_VIOLATION";

    /// <summary>GPU temperature in degrees Celsius.</summary>
    public const string Temperature = "DCGM_FI_DEV_GPU_TEMP";

    /// <summary>Power draw in W.</summary>
    public const string Power = "DCGM_FI_DEV_POWER_USAGE";

    /// <summary>The whole list, in the order of the file.</summary>
    public static ImmutableArray<DcgmMetric> All { get; } =
    [
        new("DCGM_FI_DEV_SM_CLOCK", Gauge, "SM clock frequency (in MHz)."),
        new("DCGM_FI_DEV_MEM_CLOCK", Gauge, "Memory clock frequency (in MHz)."),
        new("DCGM_FI_DEV_MEMORY_TEMP", Gauge, "Memory temperature (in C)."),
        new(Temperature, Gauge, "GPU temperature (in C)."),
        new(Power, Gauge, "Power draw (in W)."),
        new("DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", Counter, "Energy since the driver was loaded (in mJ)."),
        new("DCGM_FI_DEV_PCIE_REPLAY_COUNTER", Counter, "PCIe retries."),
        new(Utilisation, Gauge, "GPU utilisation (in %)."),
        new("DCGM_FI_DEV_MEM_COPY_UTIL", Gauge, "Memory utilisation (in %)."),
        new(XidError, Gauge, "Last XID error."),
        new(XidErrorCount, Counter, "XID errors in the exporter's window."),
        new(ClockEventCount, Counter, "Readings in the exporter's window that found clocks held down."),
        new(PowerThrottling, Counter, "Time slowed down by the power limit (in ns)."),
        new(ThermalThrottling, Counter, "Time slowed down by heat (in ns)."),
        new(MemoryFree, Gauge, "Free GPU memory (in MiB)."),
        new(MemoryUsed, Gauge, "Used GPU memory (in MiB)."),
        new(MemoryReserved, Gauge, "GPU memory that the driver keeps (in MiB)."),
        new(CorrectableErrors, Counter, "Corrected single-bit memory errors."),
        new(UncorrectableErrors, Counter, "Uncorrectable double-bit memory errors."),
        new("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", Counter, "Memory rows remapped for uncorrectable errors."),
        new("DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", Counter, "Memory rows remapped for correctable errors."),
        new(RowRemapFailure, Gauge, "Whether remapping of a memory row has failed."),
        new("DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", Counter, "NVLink traffic of all lanes."),
        new("DCGM_FI_DRIVER_VERSION", Label, "Driver version."),
        new(EngineActive, Gauge, "Ratio of time that compute engines were active."),
        new("DCGM_FI_PROF_SM_ACTIVE", Gauge, "Ratio of cycles in which an SM had work."),
        new(TensorActive, Gauge, "Ratio of cycles in which tensor cores were active."),
        new("DCGM_FI_PROF_DRAM_ACTIVE", Gauge, "Ratio of cycles in which GPU memory was accessed."),
        new("DCGM_FI_PROF_PCIE_TX_BYTES", Gauge, "Bytes per second sent over PCIe."),
        new("DCGM_FI_PROF_PCIE_RX_BYTES", Gauge, "Bytes per second received over PCIe."),
    ];

    /// <summary>The list in the form of the exporter's file.</summary>
    public static string ToCsv() => string.Concat(All.Select(metric => metric.ToLine() + "\n"));
}
