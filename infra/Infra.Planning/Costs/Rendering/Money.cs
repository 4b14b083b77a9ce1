using System.Globalization;
using Infra.Core.Prices;

namespace Infra.Planning.Costs.Rendering;

/// <summary>Amounts for people. This is the only place where they are rounded.</summary>
internal static class Money
{
    /// <summary>With cents.</summary>
    public static string Usd(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{(amount < 0 ? "-" : "")}${Math.Abs(amount):N2}");

    /// <summary>With parts of a cent, where there is little of it.</summary>
    public static string Small(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${amount:0.00##}");

    /// <summary>Without cents.</summary>
    public static string Whole(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{(amount < 0 ? "-" : "")}${Math.Abs(amount):N0}");

    /// <summary>With its sign.</summary>
    public static string Change(decimal amount) => amount > 0 ? $"+{Usd(amount)}" : Usd(amount);

    /// <summary>A price of one, with the digits that it has; an estimate with four.</summary>
    public static string Rate(decimal usd, bool isEstimate = false) => isEstimate ? string.Create(CultureInfo.InvariantCulture, $"~${usd:0.00##}") : string.Create(CultureInfo.InvariantCulture, $"${usd:0.00########}");

    /// <summary>What a price is paid for: <c>$0.023 per GB and month</c>.</summary>
    public static string Rate(ListPrice price) => $"{Rate(price.Usd)} per {price.Per}{price.Unit switch
    {
        PriceUnit.Hour => " and hour",
        PriceUnit.Month => " and month",
        _ => "",
    }}";

    /// <summary>Parts of nodes.</summary>
    public static string Parts(decimal number) => string.Create(CultureInfo.InvariantCulture, $"{number:0.##}");

    /// <summary>A number without needless zeros.</summary>
    public static string Number(decimal number) => string.Create(CultureInfo.InvariantCulture, $"{number:0.##########}");
}
