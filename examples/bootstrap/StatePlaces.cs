using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Bootstrap;

/// <summary>Where states and secrets are, and what of it an environment may touch.</summary>
/// <param name="BucketArn">ARN of the bucket with the states.</param>
/// <param name="BucketKeyArn">ARN of the key that encrypts its objects.</param>
/// <param name="SecretsKeys">ARNs of the keys of secrets, by environment.</param>
public sealed record StatePlaces(string BucketArn, string BucketKeyArn, ImmutableArray<KeyValuePair<string, string>> SecretsKeys)
{
    /// <summary>ARNs of everything that nobody else has a business with.</summary>
    public string[] Buckets => [BucketArn, $"{BucketArn}/*"];

    /// <summary>ARNs of all keys.</summary>
    public string[] Keys => [BucketKeyArn, .. SecretsKeys.Select(key => key.Value)];

    /// <summary>
    /// What Pulumi's S3 backend does for the stacks of an environment, and nothing of the others' (github.com/pulumi/pulumi, pkg/backend/diy: store.go and lock.go have the paths).
    /// Names of all stacks can be listed: the backend lists the whole folder.
    /// </summary>
    public IEnumerable<JObject> Access(DeployEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var looks = environment.LooksAt is not null;
        var key = SecretsKeys.First(key => key.Key == environment.KeyOwner).Value;
        return
        [
            Statement.Allow("ListState", ["s3:ListBucket", "s3:GetBucketLocation"], BucketArn),
            Statement.Allow("ReadBackend", "s3:GetObject", $"{BucketArn}/.pulumi/meta.yaml", $"{BucketArn}/Pulumi.yaml"),
            Statement.Allow("OwnStacks", looks ? ["s3:GetObject"] : ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [.. environment.Stacks!.SelectMany(Objects)]),
            Statement.Allow("StateKey", looks ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"], BucketKeyArn),
            Statement.Allow("OwnSecrets", looks ? ["kms:Decrypt", "kms:DescribeKey"] : ["kms:Decrypt", "kms:Encrypt", "kms:DescribeKey"], key),
        ];
    }

    private IEnumerable<string> Objects(string stack) =>
    [
        $"{BucketArn}/.pulumi/stacks/{Account.Prefix}/{stack}.json*",
        $"{BucketArn}/.pulumi/history/{Account.Prefix}/{stack}/*",
        $"{BucketArn}/.pulumi/backups/{Account.Prefix}/{stack}/*",
        $"{BucketArn}/.pulumi/journal/{Account.Prefix}/{stack}/*",
        $"{BucketArn}/.pulumi/locks/organization/{Account.Prefix}/{stack}/*",
    ];
}
