using Infra.Components.Shared;
using Infra.Core.Naming;
using Infra.Core.Serving.Predictions;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;

namespace Infra.Components.Predictions;

/// <summary>A store of predictions that ElastiCache runs.</summary>
internal static class ElastiCacheStore
{
    // The name by which a client that names no user comes in.
    private const string DefaultUser = "default";

    /// <summary>Declares it.</summary>
    /// <returns>Its host.</returns>
    public static Output<string> Create(ComponentResource parent, string name, ElastiCacheArgs args, Output<string> password, ComponentResourceOptions? options)
    {
        var user = new User($"{name}-user", new UserArgs
        {
            UserId = NameRules.ElastiCacheUser.Derive(args.NamePrefix, name),
            UserName = DefaultUser,
            Engine = PredictionStoreServer.Engine,
            AccessString = PredictionStoreServer.AccessString,
            Passwords = { password },
        }, Children.Root(parent, options));
        var users = new UserGroup($"{name}-users", new UserGroupArgs
        {
            UserGroupId = NameRules.ElastiCacheUser.Derive(args.NamePrefix, name),
            Engine = PredictionStoreServer.Engine,
            UserIds = { user.UserId },
        }, Children.Root(parent, options));
        var access = new SecurityGroup($"{name}-access", new SecurityGroupArgs
        {
            Description = "Predictions, for the cluster's nodes only",
            VpcId = args.VpcId,
            Ingress =
            {
                new SecurityGroupIngressArgs
                {
                    Description = "Valkey from nodes",
                    Protocol = "tcp",
                    FromPort = PredictionStoreServer.Port,
                    ToPort = PredictionStoreServer.Port,
                    SecurityGroups = args.ClientSecurityGroupId,
                },
            },
        }, Children.Root(parent, options));
        var cache = new ServerlessCache($"{name}-cache", new ServerlessCacheArgs
        {
            Description = "Predictions, which can be computed again",
            Engine = PredictionStoreServer.Engine,
            MajorEngineVersion = PredictionStoreServer.EngineVersion,
            SubnetIds = args.SubnetIds,
            SecurityGroupIds = { access.Id },
            UserGroupId = users.UserGroupId,
            CacheUsageLimits = new ServerlessCacheCacheUsageLimitsArgs
            {
                DataStorage = new ServerlessCacheCacheUsageLimitsDataStorageArgs { Maximum = args.MaxStorageGB, Unit = "GB" },
                EcpuPerSeconds = { new ServerlessCacheCacheUsageLimitsEcpuPerSecondArgs { Maximum = args.MaxEcpuPerSecond } },
            },
        }, Children.Root(parent, options));
        return cache.Endpoints.Apply(endpoints => endpoints[0].Address);
    }
}
