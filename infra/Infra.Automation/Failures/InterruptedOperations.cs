using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>An earlier run was killed in the middle: the state lists operations of which nobody knows whether they were done.</summary>
/// <param name="Operations">In the state's order; at least one.</param>
public sealed record InterruptedOperations(string Name, ValueList<PendingOperation> Operations) : StackFailure(Name)
{
    public override string Kind => "interrupted-operations";

    public override string What => "";

    public override ValueList<string> Next => [];
}
