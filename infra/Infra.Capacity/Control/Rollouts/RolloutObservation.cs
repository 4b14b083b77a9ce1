namespace Infra.Capacity.Control;

/// <summary>How far an update is.</summary>
/// <param name="Desired">Replicas that the model is to have, by whoever counts them.</param>
/// <param name="Old">Replicas of the old version that are not told to end.</param>
/// <param name="OldReady">Those of them that are ready.</param>
/// <param name="New">Replicas of the new version that are not told to end.</param>
/// <param name="NewReady">Those of them that are ready.</param>
public readonly record struct RolloutObservation(int Desired, int Old, int OldReady, int New, int NewReady);
