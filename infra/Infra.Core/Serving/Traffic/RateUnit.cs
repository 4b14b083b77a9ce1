using Infra.Core.Configuration;

namespace Infra.Core.Serving.Traffic;

/// <summary>The time that a rate counts requests in.</summary>
public enum RateUnit
{
    /// <summary>A second.</summary>
    [WireName("second")]
    Second,

    /// <summary>A minute.</summary>
    [WireName("minute")]
    Minute,

    /// <summary>An hour.</summary>
    [WireName("hour")]
    Hour,
}
