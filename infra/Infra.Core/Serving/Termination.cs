namespace Infra.Core.Serving;

/// <summary>How a pod of a model ends without cutting off a request: it waits until nobody calls it any more, finishes what it has in work, and goes.</summary>
/// <param name="PreStopSeconds">How long the server isn't told yet that it has to end.</param>
/// <param name="GraceSeconds">How long the pod has from then on, all together; after it the kubelet kills the server.</param>
public sealed record Termination(int PreStopSeconds, int GraceSeconds)
{
    /// <summary>How long endpoints and proxies inside a cluster may take to notice that a pod leaves: our estimate, generous.</summary>
    public const int EndpointSeconds = 15;

    /// <summary>What a server may take to end once nothing is in work: to free GPUs and shared memory, to write its last log lines.</summary>
    public const int ExitSeconds = 10;

    /// <summary>
    /// Most seconds that a pod may take to end. Whoever takes a node away waits no longer: Cluster Autoscaler kills pods after 600 seconds (its flag
    /// <c>max-graceful-termination-sec</c>), and EKS gives up draining a node for an update after 15 minutes.
    /// </summary>
    public const int MostGraceSeconds = 600;

    /// <summary>Most seconds of a request, where no load balancer needs some of them.</summary>
    public const int LongestAllowedSeconds = MostGraceSeconds - EndpointSeconds - ExitSeconds;

    /// <summary>Seconds of the longest request where nobody said more.</summary>
    public const int DefaultLongestRequestSeconds = 15;

    /// <summary>How the pods of a model end.</summary>
    /// <param name="behaviour">What the server does when it is told.</param>
    /// <param name="longestRequestSeconds">Seconds of the longest request that has to be finished.</param>
    /// <param name="deregistrationSeconds">Seconds for which a load balancer outside the cluster still sends requests after it was told that the pod leaves; 0 without one.</param>
    public static Termination For(ShutdownBehaviour behaviour, int longestRequestSeconds, int deregistrationSeconds = 0)
    {
        var uncalled = Math.Max(EndpointSeconds, deregistrationSeconds);
        var finished = uncalled + longestRequestSeconds;
        return behaviour switch
        {
            ShutdownBehaviour.Finishes => new Termination(uncalled, finished + ExitSeconds),
            // Every second more is one in which the pod is no longer called and still holds its GPU.
            ShutdownBehaviour.Ignores => new Termination(uncalled, finished),
            ShutdownBehaviour.Drops => new Termination(finished, finished + ExitSeconds),
            _ => throw new ArgumentOutOfRangeException(nameof(behaviour), behaviour, null),
        };
    }
}
