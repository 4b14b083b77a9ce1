using System.Collections.Immutable;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;

namespace Infra.Components.Jobs;

/// <summary>What counts as a failed try of a job (kubernetes.io, "Handling retriable and non-retriable pod failures with Pod failure policy").</summary>
internal static class JobFailures
{
    /// <summary>Ends the whole Job.</summary>
    public const string FailJob = "FailJob";

    /// <summary>Ends one index of an indexed Job.</summary>
    public const string FailIndex = "FailIndex";

    /// <summary>The policy.</summary>
    /// <param name="fatalExitCodes">Exit codes after which no further try helps.</param>
    /// <param name="fatalAction">What they end.</param>
    public static PodFailurePolicyArgs Policy(ImmutableArray<int> fatalExitCodes, string fatalAction)
    {
        var policy = new PodFailurePolicyArgs();
        if (!fatalExitCodes.IsEmpty)
        {
            policy.Rules.Add(new PodFailurePolicyRuleArgs
            {
                Action = fatalAction,
                OnExitCodes = new PodFailurePolicyOnExitCodesRequirementArgs { ContainerName = JobPod.Container, Operator = "In", Values = fatalExitCodes.Order().ToArray() },
            });
        }

        // A spot node that is taken back, a drain and a more important pod are nobody's failure.
        policy.Rules.Add(new PodFailurePolicyRuleArgs
        {
            Action = "Ignore",
            OnPodConditions = { new PodFailurePolicyOnPodConditionsPatternArgs { Type = "DisruptionTarget", Status = "True" } },
        });
        return policy;
    }
}
