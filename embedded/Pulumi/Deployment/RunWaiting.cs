namespace Pulumi;

/// <summary>What a run waits for at a moment.</summary>
/// <param name="Progress">Grows whenever something begins or ends.</param>
/// <param name="UserTasks">Tasks and callbacks of the user.</param>
/// <param name="IsPending">Whether an output or a registration isn't there yet.</param>
internal sealed record RunWaiting(long Progress, int UserTasks, bool IsPending, IReadOnlyList<ResourceState> Registering);
