using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Serving.Traffic;

/// <summary>
/// The endpoint picker of llm-d: the gateway asks it about each request, and it names the replica that has least to do and most of the prompt in its cache. Ports and
/// image: llm-d/llm-d-router, tag v0.10.0, pkg/epp/server/options.go and Dockerfile.epp.
/// </summary>
public static class EndpointPicker
{
    /// <summary>Port that the gateway asks at, in gRPC under a certificate of the picker's own making.</summary>
    public const int Port = 9002;

    /// <summary>Port of the probes, in gRPC.</summary>
    public const int HealthPort = 9003;

    /// <summary>Port of the metrics.</summary>
    public const int MetricsPort = 9090;

    /// <summary>Path of the metrics.</summary>
    public const string MetricsPath = "/metrics";

    /// <summary>User and group of the image.</summary>
    public const int User = 65532;

    /// <summary>Variable that says where the pool is.</summary>
    public const string NamespaceVariable = "NAMESPACE";

    /// <summary>
    /// What a pod requests where nobody says more: measured with prompts of 100k tokens and 100 replicas, one core is for five requests per second (docs/operations.md there).
    /// </summary>
    public static CpuQuantity DefaultCpu { get; } = new(1000);

    /// <summary>
    /// What a pod requests and may use where nobody says more: measured so, 50 requests per second with answers of 500 tokens take 2.3 GiB, and longer answers more.
    /// </summary>
    public static ByteSize DefaultMemory { get; } = ByteSize.FromGibibytes(2);

    /// <summary>The image.</summary>
    public static ImagePin Image => Pins.EndpointPicker;

    /// <summary>Name of a model's picker.</summary>
    /// <param name="model">Name of the model's objects.</param>
    public static string NameOf(string model) => $"{model}-picker";
}
