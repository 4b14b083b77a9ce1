namespace Infra.Planning.Diffing.Facts;

/// <summary>What the change of a value does, and why.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Reason">Why; null where it changes in place.</param>
internal sealed record Verdict(PropertyEffect Effect, Reason? Reason)
{
    public static Verdict InPlace { get; } = new(PropertyEffect.Update, null);
}
