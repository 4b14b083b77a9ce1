using Infra.Core.Configuration;

namespace Infra.Core.Serving.Backends;

/// <summary>The backends that a model may name.</summary>
public static class ServingBackends
{
    /// <summary><see cref="ServingBackend.Plain"/>, as configuration and component inputs write it.</summary>
    public const string PlainName = "plain";

    /// <summary><see cref="ServingBackend.KServe"/>, as configuration and component inputs write it.</summary>
    public const string KServeName = "kserve";

    /// <summary><see cref="ServingBackend.LlmInferenceService"/>, as configuration and component inputs write it.</summary>
    public const string LlmInferenceServiceName = "llmInferenceService";

    /// <summary><see cref="ServingBackend.Ray"/>, as configuration and component inputs write it.</summary>
    public const string RayName = "ray";

    /// <summary><see cref="ServingBackend.LeaderWorkerSet"/>, as configuration and component inputs write it.</summary>
    public const string LeaderWorkerSetName = "leaderWorkerSet";

    /// <summary>Every backend, in the order of the enumeration.</summary>
    public static IEnumerable<ServingBackend> All => Enum.GetValues<ServingBackend>();

    /// <summary>
    /// Names of further objects that a backend or its operator makes for a model, beside those of the model's own name: another model of such a name would meet them.
    /// </summary>
    /// <param name="backend">The backend.</param>
    /// <param name="model">Name of the model.</param>
    public static IEnumerable<string> FurtherNames(ServingBackend backend, string model)
    {
        string[] ends = backend switch
        {
            ServingBackend.Plain => [],
            ServingBackend.KServe => ["predictor", "transformer", "batcher"],
            // The last ones its controller makes for features that we don't use; where it finds them as somebody else's, it goes no further
            // (kserve v0.20.0, pkg/controller/v1alpha2/llmisvc: lifecycle_crud.go, workload*.go, router.go, scheduler.go, scaling.go).
            ServingBackend.LlmInferenceService =>
            [
                "kserve", "kserve-workload-svc", "kserve-self-signed-certs",
                "kserve-prefill", "kserve-mn", "kserve-mn-prefill", "kserve-route", "kserve-router-scheduler", "kserve-hpa", "kserve-keda", "inference-pool", "epp-sa",
            ],
            ServingBackend.Ray => ["ray", "cluster"],
            ServingBackend.LeaderWorkerSet => ["group"],
            _ => throw new ArgumentOutOfRangeException(nameof(backend), backend, null),
        };
        return ends.Select(end => $"{model}-{end}");
    }

    /// <summary>The backend's name.</summary>
    public static string Name(ServingBackend backend) => WireNames.Name(backend);

    /// <summary>The backend of that name, or null.</summary>
    public static ServingBackend? Find(string name) => WireNames.TryParse<ServingBackend>(name, out var backend) ? backend : null;
}
