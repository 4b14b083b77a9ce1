using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Reading;

/// <summary>Equal pods of a plan.</summary>
/// <param name="Workload">What makes them.</param>
/// <param name="Spec">What the scheduler reads of one.</param>
/// <param name="Least">How many there are always; of a daemon set's those on one node.</param>
/// <param name="Most">How many there are at most.</param>
/// <param name="MostAtUpdate">The same while they are updated.</param>
/// <param name="MayWait">Whether they may wait for room: that is what they are for.</param>
internal sealed record PodGroup(PodWorkload Workload, PodSpec Spec, int Least, int Most, int MostAtUpdate, bool MayWait);
