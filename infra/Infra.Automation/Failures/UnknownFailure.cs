using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The engine failed in a way that this library doesn't know.</summary>
/// <param name="Said">What the command line says, its last lines.</param>
public sealed record UnknownFailure(string? Stack, string Said) : StackFailure(Stack)
{
    public override string Kind => "unknown";

    public override string What => $"the engine failed: {Said}";

    public override ValueList<string> Next => ["Read what it says; with 'pulumi logs' and '--logtostderr -v=9' it says more. What was done before is in the state."];
}
