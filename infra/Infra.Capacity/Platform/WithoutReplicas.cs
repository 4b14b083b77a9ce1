namespace Infra.Capacity.Platform;

/// <summary>What becomes of a request while no replica is ready. Nothing on the platform keeps requests for a model that sleeps.</summary>
public enum WithoutReplicas
{
    /// <summary>An error at once: 503 of a load balancer or gateway without a target; a refused connection of a Service without an endpoint.</summary>
    Refused,

    /// <summary>It waits in a queue outside, which a replica works through once it is there.</summary>
    WaitsInQueue,
}
