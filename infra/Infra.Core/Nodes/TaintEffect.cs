using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>Effect of a taint, by its Kubernetes name; <see cref="TaintEffects"/> knows the other spellings.</summary>
public enum TaintEffect
{
    /// <summary>New pods are not scheduled; running ones stay.</summary>
    [WireName("NoSchedule")]
    NoSchedule,

    /// <summary>New pods are scheduled only where nothing else fits.</summary>
    [WireName("PreferNoSchedule")]
    PreferNoSchedule,

    /// <summary>New pods are not scheduled and running ones are evicted.</summary>
    [WireName("NoExecute")]
    NoExecute,
}
