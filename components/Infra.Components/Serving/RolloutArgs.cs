using Infra.Core.Configuration;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>How changed pods of an <see cref="InferenceService"/> take the place of those that serve.</summary>
public sealed class RolloutArgs : ResourceArgs
{
    /// <summary>Pods that an update may add before it takes others away, 0 or more; each needs its devices. Not on Ray. Default: 0.</summary>
    [Input("maxSurge")]
    public int MaxSurge { get; init; }

    /// <summary>Pods that an update may take away at a time, 0 or more, and not 0 together with <see cref="MaxSurge"/>. Not on Ray. Default: 1.</summary>
    [Input("maxUnavailable")]
    public int MaxUnavailable { get; init; } = 1;

    /// <summary>Whether what runs is left alone until somebody deletes it. On Ray only. Default: false; a second cluster takes over, for which all devices are needed twice.</summary>
    [Input("onDelete")]
    public bool OnDelete { get; init; }

    /// <summary>Adds a problem for each value that is out of its range.</summary>
    internal void Check(string path, ConfigProblems problems)
    {
        ArgumentProblems.AtLeast(0, MaxSurge, $"{path}.maxSurge", problems);
        ArgumentProblems.AtLeast(0, MaxUnavailable, $"{path}.maxUnavailable", problems);
        if (MaxSurge == 0 && MaxUnavailable == 0)
        {
            problems.Add($"{path}.maxUnavailable", "0 with a maxSurge of 0 would let no pod be replaced; raise one of them");
        }
    }
}
