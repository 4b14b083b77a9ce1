namespace Infra.Core.Serving;

/// <summary>Names that are derived from a model's name, and how long it may therefore be.</summary>
public static class ModelNames
{
    /// <summary>
    /// Longest model name. KServe calls the Service of an <c>LLMInferenceService</c> <c>MODEL-kserve-workload-svc</c>, and 63 characters are allowed. IAM
    /// would allow 44: the role that reads the model is called <c>MODEL-reader-role-1a2b3c4</c>, of 64 characters with Pulumi's eight.
    /// </summary>
    public const int MaxLength = 43;

    /// <summary>Longest name of a model with a candidate.</summary>
    public static int MaxLengthWithCandidate { get; } = MaxLength - CandidateSuffix.Length;

    private const string CandidateSuffix = "-candidate";

    /// <summary>Name of a candidate's objects.</summary>
    /// <param name="model">Name of the model.</param>
    public static string Candidate(string model) => $"{model}{CandidateSuffix}";

    /// <summary>Name of the component that is the model's reader role.</summary>
    /// <param name="model">Name of the model.</param>
    public static string Reader(string model) => $"{model}-reader";
}
