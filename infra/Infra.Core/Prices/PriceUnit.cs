namespace Infra.Core.Prices;

/// <summary>What a price is paid for.</summary>
public enum PriceUnit
{
    /// <summary>One thing that is there for an hour.</summary>
    Hour,

    /// <summary>One thing, or one GB of it, that is there for a month.</summary>
    Month,

    /// <summary>Use: requests, bytes, points; how much of it nobody knows before.</summary>
    Use,
}
