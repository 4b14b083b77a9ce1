using Infra.Components.Storage;
using Pulumi;
using Aws = Pulumi.Aws;
using Iam = Pulumi.Aws.Iam;
using Kms = Pulumi.Aws.Kms;

namespace Infra.Bootstrap;

/// <summary>What an account has before the first stack: a bucket for states, a key for each environment's secrets, and a role for each environment's workflows.</summary>
public static class Account
{
    /// <summary>What all names begin with.</summary>
    public const string Prefix = "gpu-inference";

    // A deployment of a cluster takes half an hour, one with a new database more; the job's own limit is shorter.
    private const int SessionSeconds = 4 * 3600;

    private const int NoncurrentDays = 365;
    private const int KeyDeletionDays = 30;

    /// <summary>Declares it.</summary>
    /// <returns>What the workflows and <c>pulumi login</c> are told.</returns>
    public static IDictionary<string, object?> Declare(BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var aws = new Aws.Provider("aws", new Aws.ProviderArgs { Region = settings.Region, AllowedAccountIds = settings.AccountId });
        // Versions, TLS, a key of its own, no public access. No object lock: Pulumi deletes its locks.
        var state = new ModelBucket("state", new ModelBucketArgs { NoncurrentDays = NoncurrentDays }, new ComponentResourceOptions { Providers = { aws } });
        var owners = settings.Environments.Where(environment => environment.LooksAt is null).Select(environment => environment.Name!).ToList();
        var keys = owners.Select(owner => SecretsKey(owner, aws)).ToList();
        var places = Output.Tuple(state.BucketArn, state.KeyArn, Output.All(keys.Select(key => key.Arn)))
            .Apply(arns => new StatePlaces(arns.Item1, arns.Item2, [.. owners.Select((owner, i) => KeyValuePair.Create(owner, arns.Item3[i]))]));
        var github = new Iam.OpenIdConnectProvider(
            "github", new Iam.OpenIdConnectProviderArgs { Url = $"https://{TrustPolicy.Issuer}", ClientIdLists = TrustPolicy.Audience }, new CustomResourceOptions { Provider = aws });
        var workloads = Policy("workload-boundary", places.Apply(Boundaries.OfWorkloads), aws);
        return new Dictionary<string, object?>
        {
            ["backendUrl"] = Output.Format($"s3://{state.BucketName}?region={settings.Region}"),
            ["secretsProviders"] = owners.ToDictionary(owner => owner, owner => $"awskms://alias/{Prefix}-secrets-{owner}?region={settings.Region}", StringComparer.Ordinal),
            ["workloadBoundary"] = workloads.Arn,
            ["roles"] = settings.Environments.ToDictionary(environment => environment.Name!, environment => Role(settings, environment, places, github, workloads, aws).Arn, StringComparer.Ordinal),
        };
    }

    private static Kms.Key SecretsKey(string environment, ProviderResource aws)
    {
        var key = new Kms.Key($"secrets-{environment}", new Kms.KeyArgs
        {
            Description = $"Encrypts the secrets in the configuration and state of {Prefix} {environment}",
            EnableKeyRotation = true,
            DeletionWindowInDays = KeyDeletionDays,
            // Without it nobody reads a secret again.
        }, new CustomResourceOptions { Provider = aws, Protect = true, RetainOnDelete = true });
        _ = new Kms.Alias($"secrets-{environment}-alias", new Kms.AliasArgs { Name = $"alias/{Prefix}-secrets-{environment}", TargetKeyId = key.KeyId }, new CustomResourceOptions { Provider = aws });
        return key;
    }

    private static Iam.Role Role(
        BootstrapSettings settings, DeployEnvironment environment, Output<StatePlaces> places, Iam.OpenIdConnectProvider github, Iam.Policy workloads, ProviderResource aws)
    {
        var boundary = Policy($"deploy-boundary-{environment.Name}", places.Apply(found => Boundaries.OfDeployment(settings.AccountId, environment, found)), aws);
        var role = new Iam.Role($"deploy-{environment.Name}", new Iam.RoleArgs
        {
            Name = $"{Prefix}-deploy-{environment.Name}",
            Description = $"{(environment.LooksAt is null ? "Deploys" : "Looks at")} {Prefix} from workflows of {settings.Repository} in the environment {environment.Name}",
            AssumeRolePolicy = github.Arn.Apply(provider => TrustPolicy.Of(provider, settings.Repository, environment.Name!)),
            MaxSessionDuration = SessionSeconds,
            PermissionsBoundary = boundary.Arn,
        }, new CustomResourceOptions { Provider = aws });
        var policy = Policy(
            $"deploy-{environment.Name}", Output.Tuple(places, workloads.Arn).Apply(found => environment.LooksAt is null
                ? DeployPolicy.Of(settings.AccountId, environment, found.Item1, found.Item2)
                : LookPolicy.Of(environment, found.Item1)), aws);
        _ = new Iam.RolePolicyAttachment($"deploy-{environment.Name}-policy", new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = policy.Arn }, new CustomResourceOptions { Provider = aws });
        return role;
    }

    private static Iam.Policy Policy(string name, Output<string> document, ProviderResource aws) =>
        new(name, new Iam.PolicyArgs { Name = $"{Prefix}-{name}", PolicyDocument = document }, new CustomResourceOptions { Provider = aws });
}
