using System.Globalization;

namespace Infra.Planning.Rendering.Html;

/// <summary>US dollars for people: of small amounts the cents.</summary>
internal static class Usd
{
    public static string Of(decimal amount) => Sign(amount, "") + Absolute(amount);

    /// <summary>A difference, always with its sign.</summary>
    public static string Difference(decimal amount) => Sign(amount, "+") + Absolute(amount);

    private static string Sign(decimal amount, string plus) => amount < 0 ? "−" : amount > 0 ? plus : "";

    private static string Absolute(decimal amount) =>
        Math.Abs(amount).ToString(amount == 0 || Math.Abs(amount) >= 100 ? "$#,0" : Math.Abs(amount) >= 0.01m ? "$0.00" : "$0.######", CultureInfo.InvariantCulture);
}
