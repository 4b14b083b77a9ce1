using Infra.LoadTesting.Runs;

namespace Infra.Cli.LoadTests;

/// <summary>One way of putting an endpoint under load.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Users">The users of a closed loop; null for an open one.</param>
/// <param name="Plan">The same for the run.</param>
internal sealed record LoadShape(string Words, int? Users, LoadPlan Plan);
