using Pulumi;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary>How instances are launched: what Karpenter's <see cref="Ec2NodeClass"/> and Auto Mode's <see cref="EksNodeClass"/> say alike.</summary>
public abstract class NodeClassSpecArgs : ResourceArgs
{
    /// <summary>Name of the nodes' IAM role.</summary>
    [Input("role", required: true)]
    public required Input<string> Role { get; init; }

    /// <summary>Subnets of the nodes.</summary>
    [Input("subnetSelectorTerms", required: true)]
    public InputList<IdSelectorTermArgs> SubnetSelectorTerms { get; init; } = new();

    /// <summary>Security groups of the nodes.</summary>
    [Input("securityGroupSelectorTerms", required: true)]
    public InputList<IdSelectorTermArgs> SecurityGroupSelectorTerms { get; init; } = new();

    /// <summary>Reserved capacity that instances may be launched into. Default: none.</summary>
    [Input("capacityReservationSelectorTerms")]
    public InputList<IdSelectorTermArgs>? CapacityReservationSelectorTerms { get; init; }

    /// <summary>Tags of everything that is launched.</summary>
    [Input("tags")]
    public InputMap<string> Tags { get; init; } = new();
}

/// <summary>Something of AWS by its id.</summary>
public sealed class IdSelectorTermArgs : ResourceArgs
{
    /// <summary>The id.</summary>
    [Input("id", required: true)]
    public required Input<string> Id { get; init; }
}
