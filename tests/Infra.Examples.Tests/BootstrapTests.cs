using System.Collections.Immutable;
using Infra.Bootstrap;
using Infra.TestKit;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Examples.Tests;

/// <summary>What an account has before the first stack, as examples/bootstrap/Pulumi.account.yaml asks for it.</summary>
public sealed class BootstrapTests
{
    private const string Project = "gpu-inference-bootstrap";

    private const int LongestPolicy = 6144;

    private static readonly Dictionary<string, string> _config = new()
    {
        [$"{Project}:region"] = "us-west-2",
        [$"{Project}:accountId"] = "123456789012",
        [$"{Project}:repository"] = "acme/gpu-inference",
        [$"{Project}:environments"] = """[{"name":"dev","stacks":["dev","pr-*"],"regions":["us-west-2"]},{"name":"prod","stacks":["prod"],"regions":["us-west-2","us-east-2"]},{"name":"drift-prod","stacks":["prod"],"regions":["us-west-2"],"looksAt":"prod"}]""",
    };

    [Fact]
    public async Task It_declares_the_state_a_key_and_a_role_per_environment() => Assert.Equal(
        """
        aws:iam/openIdConnectProvider:OpenIdConnectProvider github
        aws:iam/policy:Policy deploy-boundary-dev
        aws:iam/policy:Policy deploy-boundary-drift-prod
        aws:iam/policy:Policy deploy-boundary-prod
        aws:iam/policy:Policy deploy-dev
        aws:iam/policy:Policy deploy-drift-prod
        aws:iam/policy:Policy deploy-prod
        aws:iam/policy:Policy workload-boundary
        aws:iam/role:Role deploy-dev
        aws:iam/role:Role deploy-drift-prod
        aws:iam/role:Role deploy-prod
        aws:iam/rolePolicyAttachment:RolePolicyAttachment deploy-dev-policy
        aws:iam/rolePolicyAttachment:RolePolicyAttachment deploy-drift-prod-policy
        aws:iam/rolePolicyAttachment:RolePolicyAttachment deploy-prod-policy
        aws:kms/alias:Alias secrets-dev-alias
        aws:kms/alias:Alias secrets-prod-alias
        aws:kms/key:Key secrets-dev
        aws:kms/key:Key secrets-prod
        aws:kms/key:Key state-key
        aws:s3/bucket:Bucket state-bucket
        aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration state-lifecycle
        aws:s3/bucketOwnershipControls:BucketOwnershipControls state-ownership
        aws:s3/bucketPolicy:BucketPolicy state-policy
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock state-public-access
        aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration state-encryption
        aws:s3/bucketVersioning:BucketVersioning state-versioning
        gpu-inference:index:ModelBucket state
        """,
        string.Join('\n', (await RunAsync()).Where(one => !one.Type.StartsWith("pulumi:", StringComparison.Ordinal)).Select(one => $"{one.Type} {one.Name}").Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Nothing_lands_in_the_ambient_account() =>
        Assert.All((await RunAsync()).Where(one => one.Type.StartsWith("aws:", StringComparison.Ordinal)), one => Assert.Equal("aws", one.Provider));

    [Fact]
    public async Task Who_trusts_whom_is_exact()
    {
        var run = await RunAsync();

        Same(
            """{"clientIdLists": ["sts.amazonaws.com"], "url": "https://token.actions.githubusercontent.com"}""", Single(run, "github").Inputs);
        Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [{
                "Sid": "GitHubEnvironment",
                "Effect": "Allow",
                "Principal": {"Federated": "arn:aws:iam:::github"},
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Condition": {
                  "StringEquals": {
                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                    "token.actions.githubusercontent.com:sub": "repo:acme/gpu-inference:environment:prod"
                  }
                }
              }]
            }
            """,
            JObject.Parse((string)Single(run, "aws:iam/role:Role", "deploy-prod").Inputs["assumeRolePolicy"]!));
    }

    [Fact]
    public async Task A_role_is_below_its_boundary_and_ends_with_the_job()
    {
        var role = Single(await RunAsync(), "aws:iam/role:Role", "deploy-dev").Inputs;

        Assert.Equal(
            ("gpu-inference-deploy-dev", "arn:aws:iam:::deploy-boundary-dev", 14400), ((string?)role["name"], (string?)role["permissionsBoundary"], (int?)role["maxSessionDuration"]));
    }

    [Fact]
    public async Task An_environment_has_the_state_of_its_stacks_and_of_no_other()
    {
        var own = Statement(await RunAsync(), "deploy-dev", "OwnStacks");

        Assert.Equal(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], own["Action"]!.Values<string>());
        Assert.Equal(
            """
            .pulumi/stacks/gpu-inference/dev.json*
            .pulumi/history/gpu-inference/dev/*
            .pulumi/backups/gpu-inference/dev/*
            .pulumi/journal/gpu-inference/dev/*
            .pulumi/locks/organization/gpu-inference/dev/*
            .pulumi/stacks/gpu-inference/pr-*.json*
            .pulumi/history/gpu-inference/pr-*/*
            .pulumi/backups/gpu-inference/pr-*/*
            .pulumi/journal/gpu-inference/pr-*/*
            .pulumi/locks/organization/gpu-inference/pr-*/*
            """,
            string.Join('\n', own["Resource"]!.Values<string>().Select(arn => arn!["arn:aws:s3:::state-bucket/".Length..])));
    }

    [Theory]
    [InlineData("dev", "arn:aws:kms:::secrets-dev")]
    [InlineData("prod", "arn:aws:kms:::secrets-prod")]
    public async Task An_environment_has_the_key_of_its_own_secrets(string environment, string key) =>
        Assert.Equal(key, (string?)Statement(await RunAsync(), $"deploy-{environment}", "OwnSecrets")["Resource"]);

    // What its policy gives with s3:* and kms:* the boundary takes back.
    [Theory]
    [InlineData("deploy-boundary-dev")]
    [InlineData("workload-boundary")]
    public async Task No_boundary_lets_anybody_at_the_states_of_others(string boundary)
    {
        var run = await RunAsync();

        Assert.Equal(["arn:aws:s3:::state-bucket", "arn:aws:s3:::state-bucket/*"], Statement(run, boundary, "OtherBuckets")["NotResource"]!.Values<string>());
        Assert.Equal(["arn:aws:kms:::state-key", "arn:aws:kms:::secrets-dev", "arn:aws:kms:::secrets-prod"], Statement(run, boundary, "OtherKeys")["NotResource"]!.Values<string>());
        Assert.Contains("s3:*", Statement(run, boundary, "Everything")["NotAction"]!.Values<string>());
        Assert.Contains("kms:*", Statement(run, boundary, "Everything")["NotAction"]!.Values<string>());
    }

    [Fact]
    public async Task A_role_is_made_below_the_boundary_of_workloads_only()
    {
        var run = await RunAsync();

        Assert.Equal("arn:aws:iam:::workload-boundary", (string?)Statement(run, "deploy-prod", "RolesBelowTheBoundary").SelectToken("Condition.StringEquals['iam:PermissionsBoundary']"));
        Assert.Equal(
            ["arn:aws:iam::123456789012:role/gpu-inference-deploy-*", "arn:aws:iam::123456789012:policy/gpu-inference-*"], Statement(run, "deploy-boundary-prod", "NotItself")["Resource"]!.Values<string>());
        Assert.DoesNotContain(
            Document(run, "deploy-prod")["Statement"]!.SelectMany(one => one["Action"]!.Type == JTokenType.Array ? one["Action"]!.Values<string>() : [(string?)one["Action"]]),
            action => action is "*" or "iam:*" or "iam:CreateUser" or "iam:CreateAccessKey" or "iam:DeleteRolePermissionsBoundary");
    }

    // Any role can be tagged as the program's own, so no tag keeps a stronger one from being opened to another account; nor does a boundary whose policy can be rewritten.
    [Fact]
    public async Task No_role_that_is_there_already_is_opened()
    {
        var run = await RunAsync();
        string[] opening = ["iam:UpdateAssumeRolePolicy", "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"];

        Assert.Equal(opening, Statement(run, "deploy-boundary-prod", "NoOtherWayIn")["Action"]!.Values<string>().Intersect(opening));
        Assert.DoesNotContain(
            Document(run, "deploy-prod")["Statement"]!.SelectMany(one => one["Action"]!.Type == JTokenType.Array ? one["Action"]!.Values<string>() : [(string?)one["Action"]]), action => opening.Contains(action));
    }

    [Fact]
    public async Task Regional_services_are_those_of_the_environment_s_regions() => Assert.Equal(
        ["us-west-2", "us-east-2"], Statement(await RunAsync(), "deploy-prod", "Services").SelectToken("Condition.StringEquals['aws:RequestedRegion']")!.Values<string>());

    // A component with a resource of a further service would be deployed by nobody.
    [Fact]
    public void A_role_may_what_the_program_declares() => Assert.Equal(
        JObject.Parse(File.ReadAllText(RepositoryRoot.Combine("embedded/schemas/aws.json")))["resources"]!.Cast<JProperty>().Select(type => type.Name.Split(':')[1].Split('/')[0]).Distinct().Order(StringComparer.Ordinal),
        DeployPolicy.Services.Keys);

    [Fact]
    public async Task IAM_takes_every_document()
    {
        var documents = (await RunAsync()).Where(one => one.Type == "aws:iam/policy:Policy").Select(one => (one.Name, Text: (string)one.Inputs["policy"]!)).ToList();

        Assert.Equal(7, documents.Count);
        Assert.All(documents, document => Assert.InRange(document.Text.Length, 1, LongestPolicy));
        Assert.All(documents, document => Assert.Distinct(JObject.Parse(document.Text)["Statement"]!.Select(one => (string?)one["Sid"])));
    }

    // It runs by the clock, and nobody approves it.
    [Fact]
    public async Task Who_looks_changes_nothing_and_reads_no_data()
    {
        var run = await RunAsync();
        var actions = Document(run, "deploy-drift-prod")["Statement"]!.Where(one => (string?)one["Sid"] is "Look" or "Global").SelectMany(one => one["Action"]!.Values<string>()).ToList();

        Assert.All(actions, action => Assert.Matches("^[a-z0-9-]+:(Describe|Get|List|View)[A-Za-z]*[*]?$", action));
        Assert.DoesNotContain(actions, action => action is "s3:Get*" or "s3:GetObject" or "logs:Get*");
        Assert.Equal("arn:aws:kms:::secrets-prod", (string?)Statement(run, "deploy-drift-prod", "OwnSecrets")["Resource"]);
        Assert.Equal("s3:GetObject", (string?)Statement(run, "deploy-drift-prod", "OwnStacks")["Action"]);
        Assert.Equal("repo:acme/gpu-inference:environment:drift-prod", (string?)JObject.Parse((string)Single(run, "aws:iam/role:Role", "deploy-drift-prod").Inputs["assumeRolePolicy"]!)
            .SelectToken("Statement[0].Condition.StringEquals['token.actions.githubusercontent.com:sub']"));
    }

    [Theory]
    [InlineData("environments", """[{"name":"drift","stacks":["dev"],"regions":["us-west-2"],"looksAt":"dev"}]""", "gpu-inference-bootstrap:environments[0].looksAt: 'dev' is no environment that deploys; there are: ")]
    [InlineData("repository", "acme/*", "gpu-inference-bootstrap:repository: 'acme/*' is not a repository; allowed: owner/name, of letters, digits, '-', '_' and '.'")]
    [InlineData("environments", """[{"name":"*","stacks":["dev"],"regions":["us-west-2"]}]""", "gpu-inference-bootstrap:environments[0].name: '*' is not allowed; allowed: lower-case letters, digits and '-', at most 20 characters")]
    [InlineData("environments", """[{"name":"dev","stacks":["*"],"regions":["us-west-2"]}]""", "gpu-inference-bootstrap:environments[0].stacks: name the stacks that it may update, each by letters, digits, '-', '_' and '.', with at most one '*' after the first two characters")]
    [InlineData("environments", """[{"name":"dev","stacks":["dev"]}]""", "gpu-inference-bootstrap:environments[0].regions: name the regions that its stacks use")]
    public async Task What_would_trust_everybody_is_refused(string key, string value, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(new Dictionary<string, string>(_config) { [$"{Project}:{key}"] = value }))).Message);

    private static void Same(string expected, JToken actual) => Assert.Equal(JToken.Parse(expected).ToString(), actual.ToString());

    private static Registration Single(IEnumerable<Registration> run, string name) => Assert.Single(run, one => one.Name == name);

    private static Registration Single(IEnumerable<Registration> run, string type, string name) => Assert.Single(run, one => one.Type == type && one.Name == name);

    private static JObject Document(IEnumerable<Registration> run, string policy) => JObject.Parse((string)Single(run, "aws:iam/policy:Policy", policy).Inputs["policy"]!);

    private static JObject Statement(IEnumerable<Registration> run, string policy, string id) =>
        (JObject)Assert.Single(Document(run, policy)["Statement"]!, one => (string?)one["Sid"] == id);

    private static async Task<ImmutableArray<Registration>> RunAsync(Dictionary<string, string>? config = null) => (await ComponentHarness.RunAsync(
        () => Account.Declare(BootstrapSettings.FromConfig()), new HarnessOptions { Project = Project, Config = (config ?? _config).ToImmutableDictionary() })).Registrations;
}
