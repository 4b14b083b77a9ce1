using System.Text.Json.Nodes;
using Infra.Core.Security;
using Infra.Planning.Json;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Nobody in AWS may do more than AWS can limit; each wildcard that is left has a reason.</summary>
public sealed class IamPolicyTests
{
    // A key's policy, a queue's, a bucket's: its resource is the one that it belongs to.
    private static readonly string[] _resourcePolicies = ["aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy", "aws:sqs/queuePolicy:QueuePolicy", "aws:s3/bucketPolicy:BucketPolicy", "aws:sns/topicPolicy:TopicPolicy"];

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Policies_are_as_narrow_as_AWS_lets_them_be(string environment)
    {
        var findings = from policy in Policies(await RenderedEnvironment.OfAsync(environment))
                       from finding in IamPolicies.Findings(policy.Document, _resourcePolicies.Contains(policy.Type))
                       select $"{policy.Name}: {finding}";

        Findings.None(findings);
    }

    // The walk would find nothing in what it can't read.
    [Fact]
    public async Task Every_document_is_walked()
    {
        var rendered = await RenderedEnvironment.OfAsync("prod");
        var fields = JObject.Parse(PlanJson.ToText(rendered.Plan))["resources"]!
            .Where(IsAws)
            .SelectMany(resource => ((JObject)resource["inputs"]!).Properties())
            .Where(input => input.Name is "policy" or "assumeRolePolicy")
            .ToList();

        Assert.True(fields.Count > 20, "production has roles and keys");
        Assert.Equal(fields.Count, Policies(rendered).Count());
    }

    [Fact]
    public async Task Every_exception_is_still_needed()
    {
        var actions = new HashSet<string>();
        foreach (var environment in RenderedEnvironment.All)
        {
            foreach (var policy in Policies(await RenderedEnvironment.OfAsync(environment)))
            {
                actions.UnionWith(JObject.Parse(policy.Document.ToJsonString()).SelectTokens("Statement[*].Action").SelectMany(action => action is JArray many ? many.Select(one => (string)one!) : [(string)action!]));
            }
        }

        Findings.None(IamExceptions.OfKeyPolicies.Keys.Except(actions));
        Findings.None(IamExceptions.WithoutResource.Keys.Where(known => !actions.Any(action => action.StartsWith(known, StringComparison.Ordinal))));
    }

    private static bool IsAws(JToken resource) => ((string)resource["type"]!).StartsWith("aws:", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Type, JsonObject Document)> Policies(RenderedEnvironment environment) =>
        from resource in JObject.Parse(PlanJson.ToText(environment.Plan))["resources"]!
        where IsAws(resource)
        from text in resource["inputs"]!.SelectTokens("$..*").OfType<JValue>()
        where text.Value is string value && value.Contains("\"Statement\"", StringComparison.Ordinal)
        select ((string)resource["name"]!, (string)resource["type"]!, (JsonObject)JsonNode.Parse((string)text!)!);
}
