using Infra.Automation.Gates;
using Infra.Planning.Policies;

namespace Infra.Examples.Automation;

/// <summary>What may pass the gate.</summary>
public static class GateChoices
{
    /// <summary>For an update that replaces a bucket on purpose, judged as strictly as can be otherwise.</summary>
    public static IStackGate ReplacingTheScratchBucket(DateOnly today) => new PreviewGate(
        new GateOptions(new PolicyOptions(today) { Gate = PolicySeverity.Warning })
        {
            AllowedLosses = ["scratch"],
            MaximumMonthlyCost = 5_000m,
        });
}
