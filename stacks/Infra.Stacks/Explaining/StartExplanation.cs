using Infra.Components.Serving;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Explaining;

/// <summary>How long a model takes to start, and what waits for it.</summary>
internal static class StartExplanation
{
    private const int Factor = ColdStartBudget.SafetyFactor;

    /// <summary>The terms of a cold start.</summary>
    public static ExplanationSection OfStart(ColdStartBudget budget) => new("Cold start",
    [
        .. budget.Terms.Select(term => Seconds($"{term.Step}".ToLowerInvariant(), term.Duration, $"{term.Figure}")),
        Seconds("estimate", budget.Total / Factor, "all of these"),
        Seconds("budget", budget.Total, $"estimate × {Factor}, because all of these are estimates"),
        Seconds("warmBudget", budget.WarmStart, $"the same without node and image: (copy + load + engine) × {Factor}"),
    ]);

    /// <summary>Probes, deadlines and timeouts.</summary>
    public static ExplanationSection OfWaiting(ModelConfig model, ServingFacts facts)
    {
        var (budget, end) = (facts.Budget, facts.Termination);
        return new ExplanationSection("Waiting",
        [
            new("startupProbe.periodSeconds", ColdStartBudget.StartupProbePeriodSeconds, "s", ""),
            new("startupProbe.failureThreshold", budget.StartupProbeFailureThreshold, "", $"(load + engine) × {Factor}, which is {Whole(budget.EngineInit)} s, in periods of {ColdStartBudget.StartupProbePeriodSeconds} s; then the kubelet starts the server again"),
            Seconds("progressDeadlineSeconds", TimeSpan.FromSeconds(budget.ProgressDeadlineSeconds), "end of the pod that is replaced + budget, at least Kubernetes' own 600 s"),
            Minutes("pulumi.create", budget.PulumiTimeout, "progress deadline in whole minutes + 5, so that Kubernetes' verdict comes first"),
            Minutes("pulumi.update", budget.RolloutTimeout(Math.Max(1, facts.MaxReplicas)), $"one replica after the other: {Math.Max(1, facts.MaxReplicas)} × (end + budget) + 5"),
            Minutes("pulumi.delete", budget.DeleteTimeout, "end of a pod + 5, at least Pulumi's own 10"),
            Seconds("preStop.sleep", TimeSpan.FromSeconds(end.PreStopSeconds), $"at least {Termination.EndpointSeconds} s, in which endpoints and proxies notice that the pod leaves; longer where the server drops what it has in work"),
            Seconds("terminationGracePeriodSeconds", TimeSpan.FromSeconds(end.GraceSeconds), $"preStop, the longest request, and {Termination.ExitSeconds} s to end"),
        ]);
    }

    private static ExplanationLine Seconds(string name, TimeSpan span, string how) => new(name, Whole(span), "s", how);

    private static ExplanationLine Minutes(string name, TimeSpan span, string how) => new(name, (decimal)span.TotalMinutes, "min", how);

    private static int Whole(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);
}
