namespace Infra.Automation.Events;

/// <summary>How far an operation has come.</summary>
public enum OperationStage
{
    /// <summary>The engine previews, so that the gate has something to judge.</summary>
    Previewing,

    /// <summary>The gate judges the preview.</summary>
    Judging,

    /// <summary>The engine works on the stack.</summary>
    Running,

    /// <summary>Somebody, or the time limit, has asked the engine to stop; it finishes what it has begun.</summary>
    Stopping,

    /// <summary>The engine has failed; the state is looked at for what is left over.</summary>
    Examining,
}
