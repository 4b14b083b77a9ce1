using Infra.Capture;
using Infra.Planning.Model;

namespace Infra.Cli.Bases;

/// <summary>What a plan is compared with.</summary>
/// <param name="Plan">Without resources where <paramref name="HasEnvironment"/> is false.</param>
/// <param name="Name">For people: <c>main (1a2b3c4)</c>, or the file as it was named.</param>
/// <param name="HasEnvironment">False where the revision doesn't have the environment: all of it is new.</param>
internal sealed record BasePlan(Plan Plan, string Name, bool HasEnvironment = true)
{
    /// <summary>What it was read from, which says what it can know. Another revision's plan is one of ours.</summary>
    public CaptureForm Form { get; init; } = CaptureForm.Plan;
}
