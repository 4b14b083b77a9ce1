using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>A stack is to be removed that still has resources.</summary>
public sealed record StackNotEmpty(string Name) : StackFailure(Name)
{
    public override string Kind => "stack-not-empty";

    public override string What => $"stack '{Name}' still has resources; removed with it, nobody would know of them any more";

    public override ValueList<string> Next => [$"Destroy them first: ./run destroy {Name}."];
}
