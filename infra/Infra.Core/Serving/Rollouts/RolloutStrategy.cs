using Infra.Core.Configuration;

namespace Infra.Core.Serving.Rollouts;

/// <summary>How a changed model takes the place of the one that serves.</summary>
public enum RolloutStrategy
{
    /// <summary>Pod by pod, or as the backend does it: Ray makes a second cluster.</summary>
    [WireName("rolling")]
    Rolling,

    /// <summary>Stable and candidate run in full, and one of them gets all requests.</summary>
    [WireName("blueGreen")]
    BlueGreen,

    /// <summary>A candidate runs beside the stable model and gets a share of the requests.</summary>
    [WireName("canary")]
    Canary,

    /// <summary>What runs is left alone until somebody deletes it.</summary>
    [WireName("onDelete")]
    OnDelete,
}
