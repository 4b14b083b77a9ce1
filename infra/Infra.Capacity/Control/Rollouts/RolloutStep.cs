namespace Infra.Capacity.Control;

/// <summary>What an update does next.</summary>
/// <param name="Old">Replicas of the old version from now on.</param>
/// <param name="New">Replicas of the new version from now on.</param>
/// <param name="NewShare">Share of the requests for the new version, 0 to 1; null where all ready replicas share them alike.</param>
/// <param name="IsDone">Whether the new version has taken over.</param>
public readonly record struct RolloutStep(int Old, int New, double? NewShare, bool IsDone);
