namespace Infra.Automation.Operations;

/// <summary>What became of an operation.</summary>
public enum OperationOutcome
{
    Succeeded,

    /// <summary>The gate said no; nothing was started.</summary>
    Refused,

    /// <summary>It failed; a part of it may be done.</summary>
    Failed,

    /// <summary>Somebody stopped it; a part of it may be done.</summary>
    Cancelled,

    /// <summary>It took longer than it may, and was stopped; a part of it may be done.</summary>
    TimedOut,
}
