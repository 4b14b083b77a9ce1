using System.Collections.Immutable;
using Infra.Core.Serving.ColdStart;

namespace Infra.Core.Serving;

/// <summary>
/// How long a model may take from "pod created" to "ready". Probes, progress deadlines and Pulumi's own wait are derived
/// from it, so that a slow start isn't taken for a failure. All parts are estimates; <see cref="SafetyFactor"/> covers
/// their error.
/// </summary>
public sealed record ColdStartBudget
{
    /// <summary>What every estimate is multiplied by.</summary>
    public const int SafetyFactor = 2;

    /// <summary>Seconds between two startup probes.</summary>
    public const int StartupProbePeriodSeconds = 10;

    // Kubernetes' own default (apps/v1, DeploymentSpec.progressDeadlineSeconds); an estimate must not be stricter.
    private const int LeastProgressDeadlineSeconds = 600;

    // What an object takes to go after its last pod, and Pulumi's own ten minutes, which are enough for most.
    private const int LeastDeleteMinutes = 10;

    private ColdStartBudget(ImmutableArray<ColdStartTerm> terms, Termination? replaces)
    {
        Terms = terms;
        Grace = TimeSpan.FromSeconds(replaces?.GraceSeconds ?? 0);
    }

    /// <summary>What it is made of, in the order in which things happen, each without the safety factor.</summary>
    public ImmutableArray<ColdStartTerm> Terms { get; }

    /// <summary>What a pod that is replaced may take to end, before the new one gets its devices: no estimate, so without the safety factor.</summary>
    public TimeSpan Grace { get; }

    /// <summary>Node and image pull, with the safety factor.</summary>
    public TimeSpan NodeAndImage => Of(ColdStartStep.Node, ColdStartStep.Image);

    /// <summary>Model copy, with the safety factor.</summary>
    public TimeSpan ModelCopy => Of(ColdStartStep.Copy);

    /// <summary>Server start to loaded model, with the safety factor.</summary>
    public TimeSpan EngineInit => Of(ColdStartStep.Load, ColdStartStep.Engine);

    /// <summary>Whole budget.</summary>
    public TimeSpan Total => NodeAndImage + WarmStart;

    /// <summary>Start on a node that runs and has the image: model copy and engine.</summary>
    public TimeSpan WarmStart => ModelCopy + EngineInit;

    /// <summary>Failed startup probes that the kubelet allows before it restarts the container.</summary>
    public int StartupProbeFailureThreshold => (int)Math.Ceiling(EngineInit.TotalSeconds / StartupProbePeriodSeconds);

    /// <summary>The Deployment's progress deadline in whole seconds: one pod ends, the next starts. At least Kubernetes' own default.</summary>
    public int ProgressDeadlineSeconds => Math.Max(LeastProgressDeadlineSeconds, (int)Math.Ceiling((Grace + Total).TotalSeconds));

    /// <summary>What Pulumi waits for; longer than the deadline, so that Kubernetes' own verdict comes first.</summary>
    public TimeSpan PulumiTimeout => RolloutTimeout(1);

    /// <summary>What Pulumi waits for when a rolling update replaces one replica after the other.</summary>
    public TimeSpan RolloutTimeout(int replicas)
    {
        var minutes = Math.Max((replicas * (Grace + Total)).TotalMinutes, TimeSpan.FromSeconds(ProgressDeadlineSeconds).TotalMinutes);
        return TimeSpan.FromMinutes(Math.Ceiling(minutes) + 5);
    }

    /// <summary>What Pulumi waits for when a model is deleted: all its pods end at the same time.</summary>
    public TimeSpan DeleteTimeout => TimeSpan.FromMinutes(Math.Max(LeastDeleteMinutes, Math.Ceiling(Grace.TotalMinutes) + 5));

    /// <summary>The budget of one model.</summary>
    /// <param name="request">What decides it.</param>
    public static ColdStartBudget For(ColdStartRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ColdStartBudget([.. request.Terms()], request.Replaces);
    }

    private TimeSpan Of(params ReadOnlySpan<ColdStartStep> steps)
    {
        var sum = TimeSpan.Zero;
        foreach (var term in Terms)
        {
            if (steps.Contains(term.Step))
            {
                sum += term.Duration;
            }
        }

        return SafetyFactor * sum;
    }
}
