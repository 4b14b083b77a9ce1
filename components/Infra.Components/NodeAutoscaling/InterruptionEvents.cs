using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.NodeAutoscaling;

/// <summary>
/// Events of AWS that tell Karpenter that a node will go (karpenter-provider-aws v1.14, getting-started CloudFormation, the rules of the
/// interruption queue).
/// </summary>
internal static class InterruptionEvents
{
    /// <summary>The events: what their rule's name ends with, who sends them, what AWS calls them.</summary>
    public static ImmutableArray<(string Role, string Source, string DetailType)> All { get; } =
    [
        ("health", "aws.health", "AWS Health Event"),
        ("spot-interruption", "aws.ec2", "EC2 Spot Instance Interruption Warning"),
        ("rebalance", "aws.ec2", "EC2 Instance Rebalance Recommendation"),
        ("state-change", "aws.ec2", "EC2 Instance State-change Notification"),
        ("reservation-interruption", "aws.ec2", "EC2 Capacity Reservation Instance Interruption Warning"),
    ];

    /// <summary>Pattern of a rule.</summary>
    public static string Pattern(string source, string detailType) =>
        new JObject { ["source"] = new JArray(source), ["detail-type"] = new JArray(detailType) }.ToString(Formatting.None);
}
