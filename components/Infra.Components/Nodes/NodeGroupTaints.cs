using Infra.Core.Nodes;
using Pulumi;
using Pulumi.Aws.Eks.Inputs;

namespace Infra.Components.Nodes;

/// <summary>A pool's taints in the spelling of EKS.</summary>
internal static class NodeGroupTaints
{
    /// <summary>The taints of the contract.</summary>
    public static InputList<NodeGroupTaintArgs> Of(PoolContract contract)
    {
        var taints = new InputList<NodeGroupTaintArgs>();
        foreach (var taint in contract.Taints)
        {
            taints.Add(new NodeGroupTaintArgs { Key = taint.Key, Value = taint.Value, Effect = taint.Effect.ToEks() });
        }

        return taints;
    }
}
