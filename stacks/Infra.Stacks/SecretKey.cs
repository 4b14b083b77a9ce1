using System.Collections.Immutable;

namespace Infra.Stacks;

/// <summary>A top-level key whose value is a secret: the program hands it on without looking at it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Meaning">What it is.</param>
public sealed record SecretKey(string Name, string Meaning)
{
    /// <summary>The token for Hugging Face.</summary>
    public static SecretKey HuggingFaceToken { get; } = new(
        "huggingFaceToken",
        "Token for models that Hugging Face gives only to who accepted their licence, for the models with huggingFaceToken.");

    /// <summary>Credentials of private registries.</summary>
    public static SecretKey ImagePullCredentials { get; } = new(
        "imagePullCredentials",
        "Credentials of private registries, a config.json as docker login writes it, for imagePull with credentials.");

    /// <summary>Secrets of receivers of alerts.</summary>
    public static SecretKey AlertSecrets { get; } = new(
        "alertSecrets",
        "Secrets of the receivers in monitoring.alerting, a JSON object with an entry for each that has one and names no Secret: its name and the secret.");

    /// <summary>Value of the header of who keeps traces.</summary>
    public static SecretKey TracesHeader { get; } = new(
        "tracesHeader",
        "Value of the header with which the receiver of traces is asked, for monitoring.traces with a header.");

    /// <summary>Every secret.</summary>
    public static ImmutableArray<SecretKey> All { get; } = [HuggingFaceToken, ImagePullCredentials, AlertSecrets, TracesHeader];
}
