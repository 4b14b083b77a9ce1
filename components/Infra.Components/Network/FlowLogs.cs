using Infra.Components.Shared;
using Newtonsoft.Json.Linq;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Network;

/// <summary>A record of all connections in a VPC, in CloudWatch Logs.</summary>
internal static class FlowLogs
{
    // Ten minutes; one minute costs ten times the log volume.
    private const int AggregationSeconds = 600;

    /// <summary>Declares them as children of the network.</summary>
    public static void Create(ComponentResource parent, string name, ClusterNetworkArgs args, int days, Ec2.Vpc vpc, ComponentResourceOptions? options)
    {
        var logs = EncryptedLogGroup.Create(
            parent,
            $"{name}-flow-logs",
            new EncryptedLogGroupSpec($"/aws/vpc-flow-logs/{args.ClusterName}", days, args.Region, args.AccountId),
            options);
        // Trust as the VPC user guide has it, with the conditions that it recommends; the log's id is known only once it exists, hence the pattern.
        var role = new Iam.Role($"{name}-flow-log-role", new Iam.RoleArgs
        {
            Description = $"Writes the flow logs of the network of {args.ClusterName}",
            AssumeRolePolicy = PolicyDocuments.AssumedByService(
                "vpc-flow-logs.amazonaws.com", args.AccountId, $"arn:aws:ec2:{args.Region}:{args.AccountId}:vpc-flow-log/*"),
        }, Children.Root(parent, options));
        var policy = new Iam.RolePolicy($"{name}-flow-log-policy", new Iam.RolePolicyArgs
        {
            Role = role.Name,
            Policy = logs.Arn.Apply(arn => WritePolicy(args, arn)),
        }, Children.Of(parent));
        _ = new Ec2.FlowLog($"{name}-flow-log", new Ec2.FlowLogArgs
        {
            VpcId = vpc.Id,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = logs.Arn,
            IamRoleArn = role.Arn,
            MaxAggregationInterval = AggregationSeconds,
            Tags = { ["Name"] = args.ClusterName },
        }, Children.Of(parent, policy));
    }

    // VPC user guide, "IAM role for publishing flow logs to CloudWatch Logs"; the group is there, so that none has to be made.
    private static string WritePolicy(ClusterNetworkArgs args, string logGroupArn) => PolicyDocuments.Of(
        new JObject
        {
            ["Sid"] = "WriteFlowLogs",
            ["Effect"] = "Allow",
            ["Action"] = new JArray("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"),
            ["Resource"] = new JArray(logGroupArn, $"{logGroupArn}:*"),
        },
        new JObject
        {
            ["Sid"] = "FindLogGroup",
            ["Effect"] = "Allow",
            ["Action"] = "logs:DescribeLogGroups",
            ["Resource"] = $"arn:aws:logs:{args.Region}:{args.AccountId}:log-group:*",
        });
}
