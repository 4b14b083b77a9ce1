using Pulumi;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary>A volume of nodes that an <see cref="Ec2NodeClass"/> launches.</summary>
public sealed class NodeVolumeArgs : ResourceArgs
{
    /// <summary>Device, e.g. <c>/dev/xvda</c>.</summary>
    [Input("deviceName", required: true)]
    public required Input<string> DeviceName { get; init; }

    /// <summary>The volume.</summary>
    [Input("ebs", required: true)]
    public required Input<NodeEbsArgs> Ebs { get; init; }
}

/// <summary>An EBS volume.</summary>
public sealed class NodeEbsArgs : ResourceArgs
{
    /// <summary>Size, e.g. <c>100Gi</c>.</summary>
    [Input("volumeSize", required: true)]
    public required Input<string> VolumeSize { get; init; }

    /// <summary>IOPS. Default: those of every gp3 volume.</summary>
    [Input("iops")]
    public Input<int>? Iops { get; init; }

    /// <summary>Throughput in MiB/s. Default: that of every gp3 volume.</summary>
    [Input("throughput")]
    public Input<int>? Throughput { get; init; }

    /// <summary>Snapshot that it is made from. Default: none.</summary>
    [Input("snapshotID")]
    public Input<string>? SnapshotId { get; init; }

    /// <summary>MiB/s at which it is filled from the snapshot. Default: as it is read.</summary>
    [Input("volumeInitializationRate")]
    public Input<int>? VolumeInitializationRate { get; init; }

    /// <summary>Kind of volume.</summary>
    [Input("volumeType", required: true)]
    public Input<string> VolumeType { get; init; } = "gp3";

    /// <summary>Whether it is encrypted.</summary>
    [Input("encrypted", required: true)]
    public Input<bool> Encrypted { get; init; } = true;

    /// <summary>Whether it goes with its instance.</summary>
    [Input("deleteOnTermination", required: true)]
    public Input<bool> DeleteOnTermination { get; init; } = true;
}

/// <summary>Instance metadata service of nodes.</summary>
public sealed class NodeMetadataOptionsArgs : ResourceArgs
{
    /// <summary>Whether it answers at all.</summary>
    [Input("httpEndpoint", required: true)]
    public Input<string> HttpEndpoint { get; init; } = "enabled";

    /// <summary>Whether a session token is required (IMDSv2).</summary>
    [Input("httpTokens", required: true)]
    public Input<string> HttpTokens { get; init; } = "required";

    /// <summary>Hops that an answer lives: one reaches the node itself only; pods get their credentials from Pod Identity.</summary>
    [Input("httpPutResponseHopLimit", required: true)]
    public Input<int> HttpPutResponseHopLimit { get; init; } = 1;
}
