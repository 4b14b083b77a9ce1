using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Cost;

/// <summary>Weights don't go through NAT.</summary>
internal sealed class BucketsAreReachedInside : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "COST005",
        PolicySeverity.Warning,
        "A VPC with NAT has a gateway endpoint for S3",
        "NAT charges for each gigabyte. A model of 140 GB that ten pods fetch a day costs 1,900 dollars a month in NAT alone; the gateway endpoint is free.",
        "Amazon VPC user guide, \"Gateway endpoints for Amazon S3\"; aws.amazon.com/vpc/pricing (0.045 dollars a GB)");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var endpoints = context.OfType("aws:ec2/vpcEndpoint:VpcEndpoint").ToList();
        return from nat in context.OfType("aws:ec2/natGateway:NatGateway").Take(1)
               where !endpoints.Any(endpoint => IsGateway(endpoint) && (endpoint["serviceName"].IsHidden || endpoint["serviceName"].Text?.EndsWith(".s3", StringComparison.Ordinal) == true))
               select nat.Finding("carries what goes to S3, at a price for each gigabyte; add a VpcEndpoint of type Gateway for com.amazonaws.REGION.s3 to the route tables");
    }

    // The API's default.
    private static bool IsGateway(PolicySubject endpoint) => endpoint["vpcEndpointType"].Text is null or "Gateway";
}
