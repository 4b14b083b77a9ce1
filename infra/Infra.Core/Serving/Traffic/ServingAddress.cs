using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving.Traffic;

/// <summary>The Service that answers for a model inside the cluster, whoever makes it.</summary>
/// <param name="Service">Its name, in the model's namespace.</param>
/// <param name="Port">Port of the REST interface.</param>
/// <param name="GrpcPort">Port of the gRPC interface; null for none.</param>
public sealed record ServingAddress(string Service, int Port, int? GrpcPort)
{
    // KServe gives its Services the port of HTTP for the first port of the server, whatever that is (kserve v0.20.0, reconcilers/service/service_reconciler.go).
    private const int KServePort = 80;

    /// <summary>The address of a model.</summary>
    /// <param name="backend">What keeps its pods running.</param>
    /// <param name="model">Name of its objects.</param>
    /// <param name="runtime">Its server.</param>
    /// <param name="hasTransformer">Whether a transformer is called in the server's place.</param>
    public static ServingAddress Of(ServingBackend backend, string model, RuntimeSpec runtime, bool hasTransformer)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        var service = ServiceOf(backend, model, hasTransformer);
        return (backend, hasTransformer) switch
        {
            // A transformer has HTTP alone.
            (ServingBackend.KServe, true) => new ServingAddress(service, KServePort, null),
            (ServingBackend.KServe, false) => new ServingAddress(service, KServePort, runtime.GrpcPort),
            (ServingBackend.LlmInferenceService, _) => new ServingAddress(service, runtime.HttpPort, null),
            _ => new ServingAddress(service, runtime.HttpPort, runtime.GrpcPort),
        };
    }

    /// <summary>Name of the Service alone.</summary>
    /// <param name="backend">What keeps its pods running.</param>
    /// <param name="model">Name of its objects.</param>
    /// <param name="hasTransformer">Whether a transformer is called in the server's place.</param>
    public static string ServiceOf(ServingBackend backend, string model, bool hasTransformer) => (backend, hasTransformer) switch
    {
        (ServingBackend.KServe, true) => $"{model}-transformer",
        (ServingBackend.KServe, false) => $"{model}-predictor",
        // kserve v0.20.0, pkg/controller/v1alpha2/llmisvc/workload_service.go.
        (ServingBackend.LlmInferenceService, _) => $"{model}-kserve-workload-svc",
        _ => model,
    };
}
