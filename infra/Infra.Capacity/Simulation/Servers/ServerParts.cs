using Infra.Capacity.Randomness;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Simulation.Requests;

namespace Infra.Capacity.Simulation.Servers;

/// <summary>What the servers of all replicas of a model have in common.</summary>
internal sealed class ServerParts(World world, Ledger ledger, RandomSource chance, int? queueLimit)
{
    /// <summary>The servers of a replica that has its nodes.</summary>
    public ReplicaServers Servers(ServiceProfile profile, Replica replica)
    {
        var context = new ServerContext(replica.Number, world.Events, world.Requests, ledger, chance, replica.Pods[0].Gpu, queueLimit);
        return profile switch
        {
            RequestProfile requests => new BatchServers(requests, context),
            TokenProfile tokens => new TokenServers(tokens, context),
            _ => throw new InvalidOperationException($"Nobody serves a {profile.GetType().Name}."),
        };
    }
}
