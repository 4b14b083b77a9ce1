namespace Infra.Automation.Operations;

/// <summary>What came of a refresh or a destruction, which have nothing to show beside it.</summary>
public sealed record ChangeResult : OperationResult;
