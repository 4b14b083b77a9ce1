using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The program didn't build, or ended with an error of its own: a wrong configuration, most of the time.</summary>
/// <param name="Said">What it says.</param>
public sealed record ProgramFailed(string Name, string Said) : StackFailure(Name)
{
    public override string Kind => "program-failed";

    public override string What => $"the program failed: {Said}";

    public override ValueList<string> Next => [$"Look at it without the engine: ./run config check {Name}, ./run preview {Name} --debug. Nothing that it didn't come to was changed."];
}
