namespace Infra.Core.Serving.Traffic;

/// <summary>Quotas and ranges of Application Load Balancers (Elastic Load Balancing, "Condition types for listener rules" and "Edit attributes"; AWS Load Balancer Controller v3.5.0, "conditions").</summary>
public static class AlbRules
{
    /// <summary>Most seconds of silence.</summary>
    public const int MostIdleSeconds = 4000;

    /// <summary>Most seconds for requests in work at a target that leaves.</summary>
    public const int MostDeregistrationSeconds = 3600;

    /// <summary>
    /// Seconds from the end of a pod until no load balancer sends it a request any more: the controller hears of it, asks Elastic Load Balancing, and that tells its
    /// nodes. Our estimate, generous.
    /// </summary>
    public const int NoticeSeconds = 30;

    private const int LastOrder = 1000;
    private const int ValuesOfRule = 5;
    private const int ValuesOfCondition = 3;

    /// <summary>
    /// Place of a path's rule among those of all Ingresses of a load balancer, which takes the first that matches; without it their names decide (AWS Load Balancer
    /// Controller v3.5.0, "group.order", -1000 to 1000). A longer path is nearer.
    /// </summary>
    public static int OrderOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return LastOrder - Math.Min(path.Length, 2 * LastOrder);
    }

    /// <summary>Most networks that may be named as callers of a path: a rule has five values, of which host and path take theirs.</summary>
    public static int MostNetworks(string path) => Math.Min(ValuesOfCondition, ValuesOfRule - 1 - (path == "/" ? 1 : 2));
}
