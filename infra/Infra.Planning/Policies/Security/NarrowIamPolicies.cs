using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Core.Security;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>Roles may do what they need.</summary>
internal sealed class NarrowIamPolicies : IPolicyRule
{
    private static readonly string[] _ofRoles = ["aws:iam/rolePolicy:RolePolicy", "aws:iam/policy:Policy", "aws:iam/userPolicy:UserPolicy"];
    private static readonly string[] _ofResources = ["aws:kms/key:Key", "aws:s3/bucketPolicy:BucketPolicy", "aws:sqs/queuePolicy:QueuePolicy"];

    public RuleDescription About { get; } = new(
        "SEC017",
        PolicySeverity.Error,
        "IAM policies name actions, resources and callers",
        "A pod whose role may do s3:* on * is a way out of the cluster into everything that the account keeps.",
        "IAM user guide, \"Grant least privilege\"; EKS best practices guide, \"Identity and Access Management\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        context.OfType(_ofRoles).SelectMany(policy => Of(policy, ofResource: false)).Concat(context.OfType(_ofResources).SelectMany(policy => Of(policy, ofResource: true)));

    private static IEnumerable<Verdict> Of(PolicySubject subject, bool ofResource)
    {
        var policy = subject["policy"];
        return policy.IsHidden ? [subject.NotKnown(policy)]
            : Document(policy.Text) is { } document ? IamPolicies.Findings(document, ofResource).Select(problem => subject.Finding(policy, problem))
            : [];
    }

    private static JsonObject? Document(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // AWS says what is wrong with it.
            return null;
        }
    }
}
