using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>A protected resource would be deleted or replaced.</summary>
/// <param name="Said">What the engine says.</param>
public sealed record ProtectedResource(string Name, Urn Urn, string Said) : StackFailure(Name)
{
    public override string Kind => "protected-resource";

    public override string What => $"{Urn.Type} '{Urn.Name}' is protected, and would be deleted or replaced: {Said}";

    public override string? Where => Urn.ToString();

    public override ValueList<string> Next =>
    [
        $"See what asks for it: ./run diff {Name}. Most likely the configuration should stay as it was.",
        $"Is it meant? Save what it holds, take the protection away in an update of its own (the environment's configuration; or pulumi state unprotect '{Urn}' --stack {Name}), and run it again.",
    ];
}
