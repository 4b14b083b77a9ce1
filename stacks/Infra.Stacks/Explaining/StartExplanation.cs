using Infra.Components.Serving;
using Infra.Core;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
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

    /// <summary>Probes, deadlines and timeouts: those that the backend has.</summary>
    public static ExplanationSection OfWaiting(ModelConfig model, ServingFacts facts) => new("Waiting",
    [
        // Ray asks its applications itself, and nobody waits for them.
        .. model.Backend == ServingBackend.Ray ? [] : Probe(facts.Budget),
        .. model.Backend == ServingBackend.Plain ? [Seconds("progressDeadlineSeconds", TimeSpan.FromSeconds(facts.Budget.ProgressDeadlineSeconds), "end of the pod that is replaced + budget, at least Kubernetes' own 600 s")] : (ExplanationLine[])[],
        .. model.Backend == ServingBackend.Ray ? [] : Timeouts(facts.Budget, facts.RolloutSteps),
        .. End(facts.Termination),
    ]);

    private static IEnumerable<ExplanationLine> Probe(ColdStartBudget budget) =>
    [
        new("startupProbe.periodSeconds", ColdStartBudget.StartupProbePeriodSeconds, "s", ""),
        new(
            "startupProbe.failureThreshold", budget.StartupProbeFailureThreshold, "",
            $"(load + engine) × {Factor}, which is {Whole(budget.EngineInit)} s, in periods of {ColdStartBudget.StartupProbePeriodSeconds} s; then the kubelet starts the server again"),
    ];

    private static IEnumerable<ExplanationLine> Timeouts(ColdStartBudget budget, int steps) =>
    [
        Minutes("pulumi.create", budget.PulumiTimeout, "end of a pod + budget in whole minutes, at least 10, + 5, so that Kubernetes' verdict comes first"),
        Minutes("pulumi.update", budget.RolloutTimeout(steps), $"replicas in {Counted.Of(steps, "step")}, as many at a time as the rollout replaces: {steps} × (end of a pod + budget) in whole minutes, at least 10, + 5"),
        Minutes("pulumi.delete", budget.DeleteTimeout, "end of a pod in whole minutes + 5, at least Pulumi's own 10"),
    ];

    private static IEnumerable<ExplanationLine> End(Termination end) =>
    [
        Seconds(
            "preStop.sleep", TimeSpan.FromSeconds(end.PreStopSeconds),
            $"at least {Termination.EndpointSeconds} s, in which endpoints and proxies notice that the pod leaves; longer where the server drops what it has in work"),
        Seconds("terminationGracePeriodSeconds", TimeSpan.FromSeconds(end.GraceSeconds), $"that, the longest request, and {Termination.ExitSeconds} s to end where the server ends by itself"),
    ];

    private static ExplanationLine Seconds(string name, TimeSpan span, string how) => new(name, Whole(span), "s", how);

    private static ExplanationLine Minutes(string name, TimeSpan span, string how) => new(name, (decimal)span.TotalMinutes, "min", how);

    private static int Whole(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);
}
