using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Serving.Predictions;
using Infra.Core.Units;
using Pulumi;
using Pulumi.Random;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Predictions;

/// <summary>Where predictions are kept: Valkey, run by ElastiCache or in the cluster. What it holds can be computed again, so that nobody backs it up.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-password        password, kept by Pulumi as a secret
/// NAME-credentials     Secret with the password
/// NAME-user            ElastiCache: who may get and set predictions, and nothing else
/// NAME-users           ElastiCache: group of that user alone
/// NAME-access          ElastiCache: security group, for the nodes only
/// NAME-cache           ElastiCache: serverless, encrypted at rest and on the way
/// NAME-network-policy  in the cluster: lets caches in, and nobody else
/// NAME-deployment      in the cluster: one server without a volume
/// NAME-service         in the cluster: its host name
/// </code>
/// </remarks>
public sealed class PredictionStore : ComponentResource
{
    private const int PasswordLength = 32;
    private const int MaxName = 52;

    /// <summary>Key of the password in the Secret.</summary>
    private const string PasswordKey = "password";

    /// <summary>Host of the store.</summary>
    [Output("host")]
    public Output<string> Host { get; }

    /// <summary>Whether connections have to be encrypted.</summary>
    public bool Tls { get; }

    /// <summary>Where its password is.</summary>
    public SecretKeyArgs Password { get; }

    /// <summary>Declares the store.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public PredictionStore(string name, PredictionStoreArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.PredictionStore, name, args, options)
    {
        Check(name, args);
        var password = Output.CreateSecret(new RandomPassword($"{name}-password", new RandomPasswordArgs
        {
            Length = PasswordLength,
            // Some special characters are refused by ElastiCache; letters and digits make up for them by length.
            Special = false,
        }, Children.Of(this)).Result);
        var credentials = new K8s.Core.V1.Secret($"{name}-credentials", new CoreV1.SecretArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = args.StoreName, Namespace = args.Namespace, Labels = ClusterStore.Labels(args) },
            StringData = { [PasswordKey] = password },
        }, Children.Root(this, options));
        Password = new SecretKeyArgs { Name = credentials.Metadata.Apply(metadata => metadata.Name), Key = PasswordKey };
        Tls = args.ElastiCache is not null;
        Host = args.ElastiCache is { } cache
            ? ElastiCacheStore.Create(this, name, cache, password, options)
            : ClusterStore.Create(this, name, args, Password, [credentials], options);
        RegisterOutputs();
    }

    private void Check(string name, PredictionStoreArgs args)
    {
        var problems = new ConfigProblems();
        if (args.StoreName.Length > MaxName || !NameRules.ServiceName.Accepts(args.StoreName))
        {
            problems.Add(ConfigPath.Key(name, "storeName"), $"{Shown.Quoted(args.StoreName)} is not a store's name; allowed: 1 to {MaxName} characters, {NameRules.ServiceName.Allowed}");
        }

        if (args.ElastiCache is null == args.ClusterMemory is null)
        {
            problems.Add(name, $"has {(args.ElastiCache is null ? "neither" : "both")} of elastiCache and clusterMemory; exactly one of them says where predictions are kept");
        }

        if (args.ClusterMemory is { } memory && (!ByteSize.TryParse(memory, out var size) || size < PredictionStoreServer.LeastMemory))
        {
            problems.Add(ConfigPath.Key(name, "clusterMemory"), $"{Shown.Quoted(memory)} is not a store's memory; allowed: a size of {PredictionStoreServer.LeastMemory} or more, such as 2Gi");
        }

        problems.ThrowAt(this, ComponentTypes.PredictionStore);
    }
}
