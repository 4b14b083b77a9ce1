using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Footprints;

/// <summary>A toleration with the operator <c>Exists</c>, as component input.</summary>
public sealed class TolerationArgs : ResourceArgs
{
    /// <summary>Key of the taints. Default: none, which stands for every key.</summary>
    [Input("key")]
    public string? Key { get; init; }

    /// <summary>Effect by its Kubernetes name. Default: none, which stands for every effect.</summary>
    [Input("effect")]
    public string? Effect { get; init; }

    /// <summary>The input form of a toleration.</summary>
    public static TolerationArgs From(Toleration toleration)
    {
        ArgumentNullException.ThrowIfNull(toleration);
        return new TolerationArgs
        {
            Key = toleration.Key.Length == 0 ? null : toleration.Key,
            Effect = toleration.Effect?.ToKubernetes(),
        };
    }
}
