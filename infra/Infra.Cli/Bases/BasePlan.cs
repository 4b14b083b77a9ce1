using Infra.Capture;
using Infra.Planning.Model;

namespace Infra.Cli.Bases;

/// <summary>What a plan is compared with.</summary>
/// <param name="Plan">Without resources where the revision doesn't have the environment, or nothing of it is deployed: all of it is new.</param>
/// <param name="Form">What it was read from, which says what it can know.</param>
/// <param name="Name">For people: <c>main (1a2b3c4)</c>, or the file as it was named.</param>
internal sealed record BasePlan(Plan Plan, CaptureForm Form, string Name);
