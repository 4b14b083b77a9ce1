using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Security;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi;
using Ecr = Pulumi.Aws.Ecr;
using Kms = Pulumi.Aws.Kms;

namespace Infra.Components.Security.Registry;

/// <summary>Repositories of images in the account's own registry: scanned when pushed, with tags that never change, encrypted with a key of their own; and a cache of public registries.</summary>
/// <remarks>
/// Children (names of repositories and registries with <c>-</c> for every other sign):
/// <code>
/// NAME-key                   KMS key
/// NAME-REPOSITORY            repository
/// NAME-REPOSITORY-lifecycle  what goes: images without a tag, after some days; not for what the cache fills
/// NAME-REGISTRY              rule of the cache
/// </code>
/// The repositories have no policy: without one, only the account's own identities get in, as IAM lets them. A tag that changed at its origin is not fetched again: ECR takes no new image for a tag of an
/// immutable repository (Amazon ECR user guide, "Using pull through cache rules", as quoted in aws/containers-roadmap#2275; read 2026-11-22). The repositories of the cache are made here because whoever pulls needs
/// <c>ecr:CreateRepository</c> otherwise; <c>ecr:BatchImportUpstreamImage</c> is in AmazonEC2ContainerRegistryPullOnly (zoph-io/MAMIP, policies, version of 2024-10-04; read 2026-11-22). Images of one architecture
/// have no tag below an index that has one, and stay as long as it does (user guide, "Lifecycle policy evaluation rules"; read 2026-11-22).
/// </remarks>
public sealed class ContainerRegistry : ComponentResource
{
    // The most that KMS allows: time to notice that images are still wanted.
    private const int KeyDeletionDays = 30;

    /// <summary>Declares key, repositories and rules.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public ContainerRegistry(string name, ContainerRegistryArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ContainerRegistry, name, args, options)
    {
        Check(name, args);
        List<string> repositories = [.. args.Repositories, .. args.CachedRepositories];
        if (repositories.Count > 0)
        {
            var key = new Kms.Key($"{name}-key", new Kms.KeyArgs
            {
                Description = $"Encrypts the images of {name}",
                EnableKeyRotation = true,
                DeletionWindowInDays = KeyDeletionDays,
            }, Keep(args, Children.Root(this, options)));
            foreach (var repository in repositories)
            {
                var cached = !args.Repositories.Contains(repository);
                var declared = Create(name, repository, cached, key, args);
                // What is pulled by its digest comes through the cache without a tag, and would be fetched again and again.
                if (!cached)
                {
                    _ = new Ecr.LifecyclePolicy($"{name}-{Dashed(repository)}-lifecycle", new Ecr.LifecyclePolicyArgs
                    {
                        Repository = declared.Name,
                        Policy = Lifecycle(args.UntaggedDays),
                    }, Children.Of(this));
                }
            }
        }

        foreach (var upstream in args.PullThrough)
        {
            _ = new Ecr.PullThroughCacheRule($"{name}-{Dashed(upstream.Registry)}", new Ecr.PullThroughCacheRuleArgs
            {
                EcrRepositoryPrefix = upstream.Registry,
                UpstreamRegistryUrl = UpstreamRegistries.Host(upstream.Registry),
                CredentialArn = upstream.CredentialArn is { } arn ? (Input<string>)arn : null,
            }, Children.Root(this, options));
        }

        RegisterOutputs();
    }

    // What was fetched can be fetched again. A cached repository goes when nothing names its image any more; were it protected, Pulumi would refuse every update from then on. ECR deletes one that has
    // images only when it is told to.
    private Ecr.Repository Create(string name, string repository, bool cached, Kms.Key key, ContainerRegistryArgs args) =>
        new($"{name}-{Dashed(repository)}", new Ecr.RepositoryArgs
        {
            Name = repository,
            ForceDelete = cached || !args.Protect,
            ImageTagMutability = "IMMUTABLE",
            ImageScanningConfiguration = new Ecr.Inputs.RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
            EncryptionConfigurations = new Ecr.Inputs.RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS", KmsKey = key.Arn },
        }, cached ? Children.Of(this) : Keep(args, Children.Of(this)));

    // Never by number: nobody knows here which tag a pod somewhere still has.
    private static string Lifecycle(int days) => new JObject
    {
        ["rules"] = new JArray(new JObject
        {
            ["rulePriority"] = 1,
            ["description"] = $"Images without a tag go after {days} days",
            ["selection"] = new JObject { ["tagStatus"] = "untagged", ["countType"] = "sinceImagePushed", ["countUnit"] = "days", ["countNumber"] = days },
            ["action"] = new JObject { ["type"] = "expire" },
        }),
    }.ToString(Formatting.None);

    private static CustomResourceOptions Keep(ContainerRegistryArgs args, CustomResourceOptions options)
    {
        options.Protect = args.Protect;
        options.RetainOnDelete = args.Protect;
        return options;
    }

    private static string Dashed(string text) => string.Concat(text.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));

    private void Check(string name, ContainerRegistryArgs args)
    {
        var problems = new ConfigProblems();
        foreach (var same in args.Repositories.Concat(args.CachedRepositories).Concat(args.PullThrough.Select(upstream => upstream.Registry)).GroupBy(Dashed).Where(names => names.Count() > 1))
        {
            problems.Add(ConfigPath.Key(name, "repositories"), $"{string.Join(" and ", same.Select(one => $"'{one}'"))} would be one resource '{name}-{same.Key}'; rename one");
        }

        foreach (var upstream in args.PullThrough.Where(upstream => !UpstreamRegistries.NeedCredentials.ContainsKey(upstream.Registry)))
        {
            problems.Add(ConfigPath.Key(name, "pullThrough"), $"'{upstream.Registry}' is no registry that ECR fetches from; there are: {string.Join(", ", UpstreamRegistries.NeedCredentials.Keys)}");
        }

        foreach (var cached in args.CachedRepositories.Where(cached => !args.PullThrough.Any(upstream => cached.StartsWith($"{upstream.Registry}/", StringComparison.Ordinal))))
        {
            problems.Add(ConfigPath.Key(name, "cachedRepositories"), $"'{cached}' begins with none of the registries in pullThrough");
        }

        if (args.UntaggedDays < 1)
        {
            problems.Add(ConfigPath.Key(name, "untaggedDays"), $"{args.UntaggedDays} is less than 1");
        }

        problems.ThrowAt(this, ComponentTypes.ContainerRegistry);
    }
}
