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
            ServingBackend.LlmInferenceService => ["kserve", "kserve-workload-svc"],
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
