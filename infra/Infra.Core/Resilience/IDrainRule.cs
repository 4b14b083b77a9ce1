namespace Infra.Core.Resilience;

/// <summary>One part of the proof.</summary>
internal interface IDrainRule
{
    /// <summary>What it finds.</summary>
    IEnumerable<DrainFinding> Check(DrainedCluster cluster);
}
