namespace Infra.Bootstrap;

/// <summary>
/// What a role may that only looks: how things are set, not what is in them, and the state of the stacks that it looks at. A preview takes no lock, so it writes nothing (pkg/backend/diy/backend.go, Preview).
/// </summary>
public static class LookPolicy
{
    private static readonly string[] _verbs = ["Describe*", "Get*", "List*"];

    // Get* of S3 reads objects, of KMS nothing, of ECR a password.
    private static readonly string[] _buckets = ["s3:GetBucket*", "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration", "s3:List*"];

    /// <summary>The document.</summary>
    public static string Of(DeployEnvironment environment, StatePlaces places)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(places);
        return Statement.Document(
        [
            Statement.Allow("Look", [.. Looks(), .. _buckets], "*"),
            Statement.Allow("Global", ["budgets:View*", "iam:Get*", "iam:List*", "sts:GetCallerIdentity"], "*"),
            .. places.Access(environment),
        ]);
    }

    private static IEnumerable<string> Looks() => DeployPolicy.Services.Values
        .SelectMany(actions => actions)
        .Select(action => action.Split(':')[0])
        .Except(["s3", "budgets", "logs"])
        .SelectMany(service => _verbs.Select(verb => $"{service}:{verb}"))
        .Append("logs:Describe*")
        .Append("logs:List*");
}
