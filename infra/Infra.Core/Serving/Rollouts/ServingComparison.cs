using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving.Rollouts;

/// <summary>Whether a candidate can be compared with the stable model by what its server tells Prometheus.</summary>
public static class ServingComparison
{
    /// <summary>Whether there is anything to be compared.</summary>
    /// <param name="metrics">What the server tells; null for nothing.</param>
    public static bool IsPossible(RuntimeMetrics? metrics) => metrics is not (null or { Latency: null, Counters: null });

    /// <summary>What is wrong where there is nothing.</summary>
    /// <param name="runtime">Name of the runtime.</param>
    public static string Problem(string runtime) =>
        $"the runtime {runtime} tells neither of errors nor of latency in words that we know; these do: {Runtimes.TensorFlowServingName}, {Runtimes.TritonName}, {Runtimes.VllmName}, "
        + $"and everything on the backend {ServingBackends.RayName}; remove analysis or change runtime";
}
