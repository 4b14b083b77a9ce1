using Infra.Components.Security.ExternalSecrets;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Stacks;

/// <summary>Secrets of the environment that pods need: a pod reads those of its own namespace only, so that each namespace has its own.</summary>
/// <param name="settings">The configuration, checked.</param>
/// <param name="providers">All providers.</param>
/// <param name="external">Who makes Secrets of an external store; null where nothing is kept there.</param>
internal sealed class PlatformSecrets(PlatformSettings settings, Providers providers, PlatformExternalSecrets? external)
{
    /// <summary>Name of the Secret with the token for Hugging Face.</summary>
    internal const string TokenSecret = "huggingface-token";

    private readonly Dictionary<Home, Resource> _tokens = [];
    private readonly Dictionary<Home, List<Resource>> _standing = [];

    /// <summary>Declares what namespaces have whoever stands in them: the credentials with which nodes pull images, and Secrets that pods name.</summary>
    /// <param name="tenants">All namespaces.</param>
    public void CreateStanding(PlatformTenants tenants)
    {
        foreach (var home in tenants.All)
        {
            _standing[home] = settings.ImagePull is { Credentials: true }
                ? [Create(home, ImagePullConfig.OwnSecret, "kubernetes.io/dockerconfigjson", ".dockerconfigjson", SecretKey.ImagePullCredentials)]
                : [];
        }

        foreach (var secret in settings.Security.ExternalSecrets?.Secrets ?? [])
        {
            var home = tenants.Of(secret.Tenant);
            var args = secret.Entry is { } entry
                ? ExternalSecretArgs.Of(secret.Name, home.Namespace, new ExternalEntryArgs { Entry = entry }, key: null)
                : ExternalSecretArgs.Of(secret.Name, home.Namespace, secret.ToEntries());
            _standing[home].Add(external!.Create($"{home.Prefix}secret-{secret.Name}", args));
        }
    }

    /// <summary>What pods of a namespace wait for.</summary>
    public IEnumerable<Resource> Standing(Home home) => _standing[home];

    /// <summary>The token of a model for Hugging Face. It belongs to the environment: all models of a namespace have the same Secret.</summary>
    /// <param name="config">What the model says.</param>
    /// <param name="home">Where it stands.</param>
    /// <param name="dependsOn">Gets what has to be there before its pods.</param>
    public SecretKeyArgs Token(HuggingFaceTokenConfig config, Home home, List<Resource> dependsOn)
    {
        if (config.Secret is { } existing)
        {
            return new SecretKeyArgs { Name = existing, Key = config.Key ?? HuggingFaceTokenConfig.DefaultKey };
        }

        if (!_tokens.TryGetValue(home, out var token))
        {
            _tokens[home] = token = Create(home, TokenSecret, null, HuggingFaceTokenConfig.DefaultKey, SecretKey.HuggingFaceToken);
        }

        dependsOn.Add(token);
        return new SecretKeyArgs { Name = TokenSecret, Key = HuggingFaceTokenConfig.DefaultKey };
    }

    private Resource Create(Home home, string name, string? type, string key, SecretKey secret)
    {
        if (settings.Security.ExternalSecrets?.Of(secret) is { } entry)
        {
            return external!.Create($"{home.Prefix}{name}", ExternalSecretArgs.Of(name, home.Namespace, entry.ToArgs(), key, type));
        }

        var args = new CoreV1.SecretArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = name, Namespace = home.Namespace, Labels = ManagedBy.Owned },
            StringData = { [key] = new Config(PlatformSettings.ConfigNamespace).RequireSecret(secret.Name) },
        };
        if (type is not null)
        {
            args.Type = type;
        }

        return new K8s.Core.V1.Secret($"{home.Prefix}{name}", args, new CustomResourceOptions { Provider = providers.Kubernetes });
    }
}
