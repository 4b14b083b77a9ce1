using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The backend has a stack of this name already.</summary>
public sealed record StackExists(string Name) : StackFailure(Name)
{
    public override string Kind => "stack-exists";

    public override string What => $"there is a stack '{Name}' already";

    public override ValueList<string> Next => ["Take another name, or use the stack that is there: ./run stacks shows them."];
}
