namespace Infra.Capacity.Service;

/// <summary>How service times lie around their mean.</summary>
public enum SpreadKind
{
    /// <summary>Every service takes its mean: what a GPU does with inputs of one size.</summary>
    Deterministic,

    /// <summary>Exponential, as queueing theory assumes.</summary>
    Exponential,

    /// <summary>As measured, by quantiles.</summary>
    Measured,
}
