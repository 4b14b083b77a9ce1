namespace Infra.Core.Serving;

/// <summary>
/// How long a model may take from "pod created" to "ready". Probes, progress deadlines and Pulumi's own wait are derived
/// from it, so that a slow start isn't taken for a failure. All parts are estimates; <see cref="SafetyFactor"/> covers
/// their error.
/// </summary>
public sealed record ColdStartBudget
{
    /// <summary>What every estimate is multiplied by.</summary>
    public const int SafetyFactor = 2;

    /// <summary>Seconds between two startup probes.</summary>
    public const int StartupProbePeriodSeconds = 10;

    // A 20 GB image (9.5 GB compressed) took 334 s to pull: aws-ia/terraform-aws-eks-blueprints, patterns/ml-container-cache.
    private const double ImageBytesPerSecond = 9.5e9 / 334;

    // S3 to one node in the same region, conservative: 3 to 5 minutes were seen for about 15 GB of weights
    // (ai-on-eks, llm-d-cache-aware-routing).
    private const double ModelBytesPerSecond = 15e9 / 300;

    // An archive from a public host: our estimate, 100 Mbit/s; such hosts promise nothing.
    private const double InternetBytesPerSecond = 100e6 / 8;

    // Kubernetes' own default (apps/v1, DeploymentSpec.progressDeadlineSeconds); an estimate must not be stricter.
    private const int LeastProgressDeadlineSeconds = 600;

    // Node ready after 211 s with Karpenter (eks-workshop, GenAI lab); a managed node group is slower.
    private static readonly TimeSpan _nodeProvisioning = TimeSpan.FromSeconds(300);

    private ColdStartBudget(TimeSpan nodeAndImage, TimeSpan modelCopy, TimeSpan engineInit)
    {
        NodeAndImage = nodeAndImage;
        ModelCopy = modelCopy;
        EngineInit = engineInit;
    }

    /// <summary>Node and image pull, with the safety factor.</summary>
    public TimeSpan NodeAndImage { get; }

    /// <summary>Model copy, with the safety factor.</summary>
    public TimeSpan ModelCopy { get; }

    /// <summary>Server start to loaded model, with the safety factor.</summary>
    public TimeSpan EngineInit { get; }

    /// <summary>Whole budget.</summary>
    public TimeSpan Total => NodeAndImage + WarmStart;

    /// <summary>Start on a node that runs and has the image: model copy and engine.</summary>
    public TimeSpan WarmStart => ModelCopy + EngineInit;

    /// <summary>Failed startup probes that the kubelet allows before it restarts the container.</summary>
    public int StartupProbeFailureThreshold => (int)Math.Ceiling(EngineInit.TotalSeconds / StartupProbePeriodSeconds);

    /// <summary>The Deployment's progress deadline in whole seconds; at least Kubernetes' own default.</summary>
    public int ProgressDeadlineSeconds => Math.Max(LeastProgressDeadlineSeconds, (int)Math.Ceiling(Total.TotalSeconds));

    /// <summary>What Pulumi waits for; longer than the deadline, so that Kubernetes' own verdict comes first.</summary>
    public TimeSpan PulumiTimeout => RolloutTimeout(1);

    /// <summary>What Pulumi waits for when a rolling update replaces one replica after the other.</summary>
    public TimeSpan RolloutTimeout(int replicas)
    {
        var minutes = Math.Max((replicas * Total).TotalMinutes, TimeSpan.FromSeconds(ProgressDeadlineSeconds).TotalMinutes);
        return TimeSpan.FromMinutes(Math.Ceiling(minutes) + 5);
    }

    /// <summary>The budget of one model.</summary>
    /// <param name="runtime">The model's runtime.</param>
    /// <param name="modelBytes">Upper bound of the model's files.</param>
    /// <param name="newNode">Whether the pool may have to launch a node first.</param>
    /// <param name="fromInternet">Whether the model comes from a public host instead of S3 in the node's region.</param>
    public static ColdStartBudget For(RuntimeSpec runtime, long modelBytes, bool newNode, bool fromInternet)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        var image = TimeSpan.FromSeconds(runtime.ImageBytesEstimate / ImageBytesPerSecond);
        var model = TimeSpan.FromSeconds(modelBytes / (fromInternet ? InternetBytesPerSecond : ModelBytesPerSecond));
        var node = newNode ? _nodeProvisioning : TimeSpan.Zero;
        return runtime.FetchesModel
            // Then the startup probe waits for the model too.
            ? new ColdStartBudget(SafetyFactor * (node + image), TimeSpan.Zero, SafetyFactor * (model + runtime.EngineInitEstimate))
            : new ColdStartBudget(SafetyFactor * (node + image), SafetyFactor * model, SafetyFactor * runtime.EngineInitEstimate);
    }
}
