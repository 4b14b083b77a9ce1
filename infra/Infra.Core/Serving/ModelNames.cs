namespace Infra.Core.Serving;

/// <summary>Names that are derived from a model's name, and how long it may therefore be.</summary>
public static class ModelNames
{
    /// <summary>
    /// Longest model name. The IAM role that reads the model is called <c>MODEL-reader-role-1a2b3c4</c>; IAM allows 64
    /// characters and Pulumi appends eight. Kubernetes alone would allow 52: it appends 11 of 63 to a Deployment's pods.
    /// </summary>
    public const int MaxLength = 44;

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
