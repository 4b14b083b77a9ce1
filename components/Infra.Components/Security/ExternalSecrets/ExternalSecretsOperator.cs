using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Security.ExternalSecrets;

/// <summary>External Secrets: makes Secrets of entries in AWS Secrets Manager or Parameter Store, so that neither Pulumi's state nor a configuration has them. One per cluster.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace    namespace that holds its pods to the security level restricted
/// NAME-role         IAM role of the operator
/// NAME-policy       the entries that it may read
/// NAME-association  binds the role to its service account
/// NAME-release      Helm release: operator, webhook, who renews the webhook's certificate, and the definitions
/// NAME-store        ClusterSecretStore, for the named namespaces only
/// </code>
/// Who declares an <see cref="ExternalSecret"/> waits for the component: its webhook refuses them before.
/// </remarks>
public sealed class ExternalSecretsOperator : ComponentResource
{
    /// <summary>Its namespace, which the project's own guide has too.</summary>
    public const string Namespace = "external-secrets";

    /// <summary>Name of the store.</summary>
    public const string StoreName = "aws";

    internal const string ServiceAccount = "external-secrets";

    /// <summary>Declares operator and store.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public ExternalSecretsOperator(string name, ExternalSecretsOperatorArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ExternalSecretsOperator, name, args, options)
    {
        Check(name, args);
        var own = RestrictedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        var identity = PodIdentity.Declare(
            this,
            name,
            new PodIdentityRoleArgs { ClusterName = args.ClusterName, Namespace = namespaceName, ServiceAccount = ServiceAccount, Policy = ExternalSecretsPolicy.For(args) },
            options);
        var release = new Release(
            $"{name}-release", HelmReleases.Of(Pins.ExternalSecrets, namespaceName, ExternalSecretsValues.For(args)), Children.Root(this, options, identity.Association));
        _ = new ClusterSecretStore($"{name}-store", new ClusterSecretStoreArgs
        {
            Metadata = new Meta.ObjectMetaArgs
            {
                Name = StoreName,
                Labels = ManagedBy.Owned,
                Annotations = new InputMap<string> { ["pulumi.com/waitFor"] = "condition=Ready" },
            },
            Spec = new ClusterSecretStoreSpecArgs
            {
                Conditions = new StoreConditionArgs { Namespaces = args.Namespaces.Order(StringComparer.Ordinal).ToArray() },
                Provider = new StoreProviderArgs { Aws = new AwsStoreArgs { Service = args.Service, Region = args.Region } },
            },
        }, Children.Of(this, release));
        RegisterOutputs();
    }

    private void Check(string name, ExternalSecretsOperatorArgs args)
    {
        var problems = new ConfigProblems();
        PodIdentity.Check(name, problems);
        if (args.Service is not (ExternalSecretsOperatorArgs.SecretsManager or ExternalSecretsOperatorArgs.ParameterStore))
        {
            problems.Add(
                ConfigPath.Key(name, "service"), $"'{args.Service}' is unknown; there are: {ExternalSecretsOperatorArgs.SecretsManager}, {ExternalSecretsOperatorArgs.ParameterStore}");
        }

        if (args.Entries.Count == 0)
        {
            problems.Add(ConfigPath.Key(name, "entries"), "is empty; name what the operator may read, or leave the component out");
        }

        if (args.Namespaces.Count == 0)
        {
            problems.Add(ConfigPath.Key(name, "namespaces"), "is empty; name who may have a Secret of the store");
        }

        problems.ThrowAt(this, ComponentTypes.ExternalSecretsOperator);
    }
}
