using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The backend has no stack of this name.</summary>
public sealed record StackNotFound(string Name) : StackFailure(Name)
{
    public override string Kind => "stack-not-found";

    public override string What => $"there is no stack '{Name}' in this backend";

    public override ValueList<string> Next =>
    [
        "See which there are: ./run stacks.",
        $"Is it a new environment? Make it: pulumi stack init {Name}.",
        "Is it another backend's? See who is logged in where: pulumi whoami --verbose.",
    ];
}
