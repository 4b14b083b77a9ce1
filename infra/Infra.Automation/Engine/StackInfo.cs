namespace Infra.Automation.Engine;

/// <summary>A stack, as a list of stacks has it.</summary>
/// <param name="LastUpdate">Null where it was never updated.</param>
/// <param name="Resources">How many there are; null where it isn't told.</param>
/// <param name="IsUpdating">Whether an update is going on; only Pulumi Cloud knows.</param>
/// <param name="Url">Its page; null where the backend has none.</param>
public sealed record StackInfo(string Name, DateTimeOffset? LastUpdate, int? Resources, bool IsUpdating = false, string? Url = null);
