using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Runs;

namespace Infra.LoadTesting.Targets;

/// <summary>What is asked: an endpoint in the language that it speaks.</summary>
public interface ITarget
{
    /// <summary>Sends one request and takes the whole answer.</summary>
    /// <param name="payload">What is sent.</param>
    /// <param name="clock">Tells when tokens come.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <returns>What became of it: a failure is an answer, too.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    Task<Answer> SendAsync(Payload payload, RunClock clock, CancellationToken cancellation);
}
