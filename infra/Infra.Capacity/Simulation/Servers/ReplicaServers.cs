using Infra.Capacity.Service;
using Infra.Capacity.Simulation.Requests;

namespace Infra.Capacity.Simulation.Servers;

/// <summary>What works in a replica: requests in batches, or tokens in iterations.</summary>
internal abstract class ReplicaServers
{
    private protected ReplicaServers(ServiceProfile profile, ServerContext context)
    {
        (Profile, Context, Queue) = (profile, context, new RequestQueue(context.Requests));
        Use = new ReplicaUse(profile.GpuBusyShare);
    }

    /// <summary>How much they work.</summary>
    public ReplicaUse Use { get; }

    /// <summary>What they do in what time.</summary>
    public ServiceProfile Profile { get; }

    /// <summary>Requests in the queue.</summary>
    public int Waiting => Queue.Count;

    /// <summary>Requests in service, those given up by their callers included.</summary>
    public abstract int InService { get; }

    /// <summary>Requests that could still begin at once, or with the next iteration.</summary>
    public abstract int Room { get; }

    /// <summary>Used share of the KV cache, 0 to 1.</summary>
    public virtual double KvShare => 0;

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsIdle => Waiting == 0 && InService == 0;

    /// <summary>The accelerator's or the replica's surroundings.</summary>
    private protected ServerContext Context { get; }

    /// <summary>Requests that wait.</summary>
    private protected RequestQueue Queue { get; }

    /// <summary>Whether a request could be held if there were no other.</summary>
    public virtual bool CouldHold(int number) => true;

    /// <summary>Takes in a request; false if there is no room for it.</summary>
    public abstract bool Offer(long now, int number);

    /// <summary>A caller gives up a request that is here.</summary>
    public abstract void Abandon(long now, int number);

    /// <summary>All requests here are lost; there will be nothing more.</summary>
    public abstract void Lose(long now, RequestOutcome outcome);

    private protected void Begin(long now, int servers)
    {
        if (Use.Working == 0 && Context.Gpu is { } gpu)
        {
            gpu.Working++;
        }

        Use.Change(now, servers);
    }

    private protected void End(long now, int servers)
    {
        Use.Change(now, -servers);
        if (Use.Working == 0 && servers > 0 && Context.Gpu is { } gpu)
        {
            gpu.Working--;
        }
    }

    /// <summary>How much longer work takes because of who else is on the accelerator.</summary>
    private protected double Slowdown() =>
        Context.Gpu is { } gpu ? 1 + (Profile.GpuBusyShare * (gpu.Slowdown(Profile.MeasuredGpuShare) - 1)) : 1;

    /// <summary>A request is lost, unless its caller had given it up before.</summary>
    private protected void LoseOne(long now, int number, RequestOutcome outcome)
    {
        if (Context.Requests[number].State != RequestState.Abandoned)
        {
            Context.Ledger.Fail(now, outcome);
        }

        Context.Requests.Release(number);
    }

    private protected void LoseQueue(long now, RequestOutcome outcome)
    {
        while (Queue.Take() is >= 0 and var number)
        {
            LoseOne(now, number, outcome);
        }
    }
}
