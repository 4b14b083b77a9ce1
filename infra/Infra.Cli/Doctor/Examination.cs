using System.Collections.Immutable;

namespace Infra.Cli.Doctor;

/// <summary>Asks every check at the same time, and waits for none of them for ever.</summary>
internal sealed class Examination(IProbes probes, TimeProvider time)
{
    /// <summary>Long enough for a sign-in that is renewed on the way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>What they found, in their order.</returns>
    public async Task<ImmutableArray<Checked>> RunAsync(IEnumerable<ICheck> checks, CancellationToken stop) =>
        [.. await Task.WhenAll(checks.Select(async check => new Checked(check.Name, check.IsRequired, await AskAsync(check, stop))))];

    private async Task<CheckResult> AskAsync(ICheck check, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            return await check.RunAsync(probes, either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return CheckResult.Unknown($"no answer within {Patience.TotalSeconds} seconds");
        }
    }
}
