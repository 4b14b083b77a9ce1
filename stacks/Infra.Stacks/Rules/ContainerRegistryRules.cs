using Infra.Core.Configuration;
using Infra.Core.Security;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of the account's own registry of images.</summary>
internal static class ContainerRegistryRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("containerRegistry");
        if (settings.ContainerRegistry is not { } registry || problems.Cover(path))
        {
            return;
        }

        if (settings.Aws is not { } aws)
        {
            problems.Add(path, $"is of an account of AWS, and there is none; set {PlatformRules.Key("aws")}, or remove it");
            return;
        }

        PlatformRules.CheckUnique("containerRegistry.repositories", registry.Repositories, repository => repository, problems);
        PlatformRules.CheckUnique("containerRegistry.pullThrough", registry.PullThrough, upstream => upstream.Registry, problems);
        for (var i = 0; i < registry.Repositories.Length; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(path, "repositories"), i);
            if (registry.Repositories[i].Split('/')[0] is var first && UpstreamRegistries.NeedCredentials.ContainsKey(first))
            {
                problems.Add(at, $"{Shown.Quoted(registry.Repositories[i])} is where the cache of {first} stands; take another name");
            }
        }

        for (var i = 0; i < registry.PullThrough.Length; i++)
        {
            CheckUpstream(ConfigPath.Index(ConfigPath.Key(path, "pullThrough"), i), registry.PullThrough[i], aws, problems);
        }
    }

    private static void CheckUpstream(string path, PullThroughConfig upstream, AwsConfig aws, ConfigProblems problems)
    {
        var credential = ConfigPath.Key(path, "credentialArn");
        if (!UpstreamRegistries.NeedCredentials.TryGetValue(upstream.Registry, out var needed))
        {
            problems.Add(
                ConfigPath.Key(path, "registry"), $"{Shown.Quoted(upstream.Registry)} is no registry that ECR fetches from; there are: {string.Join(", ", UpstreamRegistries.NeedCredentials.Keys)}");
        }
        else if (needed && upstream.CredentialArn is null)
        {
            problems.Add(credential, $"missing; ECR has to log in to {upstream.Registry}, with a secret in AWS Secrets Manager whose name begins with ecr-pullthroughcache/");
        }
        else if (!needed && upstream.CredentialArn is not null)
        {
            problems.Add(credential, $"ECR doesn't log in to {upstream.Registry}; remove it");
        }
        else if (upstream.CredentialArn is { } arn && !arn.StartsWith($"arn:aws:secretsmanager:{aws.Region}:{aws.AccountId}:", StringComparison.Ordinal))
        {
            problems.Add(credential, $"is of another region or account than aws, which are {aws.Region} and {aws.AccountId}; ECR takes secrets of its own only");
        }
    }
}
