using System.Globalization;

namespace Infra.Capacity.Scenarios;

/// <summary>A promise and what came out, as people read it.</summary>
internal static class SeedFigures
{
    /// <summary>Row, what the document says, what it is taken for, before, after, change, promised change.</summary>
    public static string[] Of(SeedClaim claim) =>
        [claim.Row, claim.Claim, claim.Meaning, $"{Number(claim.Before)} {claim.Unit}", $"{Number(claim.After)} {claim.Unit}", Percent(claim.Change), Percent(claim.ClaimedChange)];

    private static string Number(double number) => number.ToString(number >= 100 ? "#,0" : number >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    private static string Percent(double change) => $"{(change < 0 ? "−" : "+")}{Math.Abs(change * 100).ToString("#,0", CultureInfo.InvariantCulture)} %";
}
