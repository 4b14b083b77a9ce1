namespace Infra.Capacity.Scenarios;

/// <summary>What a seed promises, and what came out.</summary>
/// <param name="Row">The row of the seeds' digest.</param>
/// <param name="Claim">What the document says.</param>
/// <param name="Meaning">What it is taken for.</param>
/// <param name="ClaimedChange">The change that it promises, as a share.</param>
/// <param name="Before">What came out before.</param>
/// <param name="After">What came out after.</param>
/// <param name="Unit">Of both.</param>
public sealed record SeedClaim(string Row, string Claim, string Meaning, double ClaimedChange, double Before, double After, string Unit)
{
    /// <summary>Whether the service times under it are an estimate rather than somebody's measurement.</summary>
    public bool RestsOnEstimate { get; init; }

    /// <summary>The change that came out, as a share of what was before.</summary>
    public double Change => (After / Before) - 1;

    /// <summary>Whether it is at least as great as the promise, in its direction.</summary>
    public bool IsConfirmed => ClaimedChange > 0 ? Change >= ClaimedChange : Change <= ClaimedChange;

    /// <summary>The verdict, and what to add to it.</summary>
    public (string Words, string Addition) Verdict => (IsConfirmed ? "confirmed" : "not confirmed", RestsOnEstimate ? ", by an estimate" : "");
}
