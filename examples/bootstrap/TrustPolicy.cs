using Newtonsoft.Json.Linq;

namespace Infra.Bootstrap;

/// <summary>Who may take a role: jobs of one environment of one repository (GitHub's documentation, "Configuring OpenID Connect in Amazon Web Services").</summary>
internal static class TrustPolicy
{
    /// <summary>Host of GitHub's tokens.</summary>
    public const string Issuer = "token.actions.githubusercontent.com";

    /// <summary>What aws-actions/configure-aws-credentials asks for.</summary>
    public const string Audience = "sts.amazonaws.com";

    /// <summary>The document. A job has this subject only while it names the environment, whose rules (who approves, which branches) GitHub keeps.</summary>
    public static string Of(string provider, string repository, string environment) => Statement.Document(new JObject
    {
        ["Sid"] = "GitHubEnvironment",
        ["Effect"] = "Allow",
        ["Principal"] = new JObject { ["Federated"] = provider },
        ["Action"] = "sts:AssumeRoleWithWebIdentity",
    }.Where("StringEquals", $"{Issuer}:aud", Audience).Where("StringEquals", $"{Issuer}:sub", $"repo:{repository}:environment:{environment}"));
}
