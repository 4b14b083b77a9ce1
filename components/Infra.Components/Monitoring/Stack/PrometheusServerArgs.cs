using Infra.Core.Units;
using Pulumi;

namespace Infra.Components.Monitoring.Stack;

/// <summary>The Prometheus server of a <see cref="MonitoringStack"/>.</summary>
public sealed class PrometheusServerArgs : ResourceArgs
{
    /// <summary>Servers, 1 or 2; both scrape everything, so that one may be away. Default: 1.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = 1;

    /// <summary>How long metrics are kept, a duration of Go. Default: <c>360h</c>.</summary>
    [Input("retention")]
    public string Retention { get; init; } = DefaultRetention;

    /// <summary>Room for the metrics of one server; of four fifths used the oldest go, whatever their age. Default: 50Gi.</summary>
    [Input("size")]
    public string Size { get; init; } = DefaultSize;

    /// <summary>Whether the room is the pod's own disk, which goes with the pod, and the metrics with it. Default: false, a volume.</summary>
    [Input("ephemeral")]
    public bool Ephemeral { get; init; }

    /// <summary>Storage class of the volume. Default: the cluster's own default.</summary>
    [Input("storageClass")]
    public string? StorageClass { get; init; }

    /// <summary>Whether the volume stays when the stack goes. Default: false.</summary>
    [Input("retain")]
    public bool Retain { get; init; }

    /// <summary>CPU of one server, requested. Default: 500m.</summary>
    [Input("cpu")]
    public string Cpu { get; init; } = DefaultCpu;

    /// <summary>Memory of one server, requested and at most; it holds the series of the last hours. Default: 2Gi.</summary>
    [Input("memory")]
    public string Memory { get; init; } = DefaultMemory;

    /// <summary>Default of <see cref="Retention"/>.</summary>
    public const string DefaultRetention = "360h";

    /// <summary>Default of <see cref="Size"/>.</summary>
    public const string DefaultSize = "50Gi";

    /// <summary>Default of <see cref="Cpu"/>.</summary>
    public const string DefaultCpu = "500m";

    /// <summary>Default of <see cref="Memory"/>.</summary>
    public const string DefaultMemory = "2Gi";

    internal CpuQuantity CpuQuantity => CpuQuantity.TryParse(Cpu, out var cpu) ? cpu : default;

    internal ByteSize MemorySize => ByteSize.TryParse(Memory, out var size) ? size : default;

    internal ByteSize RoomSize => ByteSize.TryParse(Size, out var size) ? size : default;
}
