using Infra.LoadTesting.Tokens;

namespace Infra.LoadTesting.Targets;

/// <summary>What became of a request.</summary>
/// <param name="Failure">How it has failed; null if it was answered.</param>
/// <param name="Tokens">When its tokens came, if it was answered with a stream of them.</param>
public sealed record Answer(Failure? Failure = null, TokenTimes? Tokens = null)
{
    public static Answer Good { get; } = new();

    public static Answer Failed(FailureKind kind, string detail = "") => new(new Failure(kind, detail));
}
