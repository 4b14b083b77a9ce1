namespace Infra.Core.Capacity;

/// <summary>How made-up traffic goes up and down.</summary>
public enum TrafficKind
{
    /// <summary>The same rate all the time.</summary>
    Steady,

    /// <summary>A sine of 24 hours that begins at its lowest.</summary>
    Diurnal,

    /// <summary>A busy minute every ten minutes.</summary>
    Burst,

    /// <summary>Once, after a third of the time, everybody comes.</summary>
    FlashCrowd,
}
