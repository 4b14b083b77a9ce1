using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The engine couldn't do what it had to do with a resource.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Operation">Pulumi's word for what was to be done; null where it isn't told.</param>
/// <param name="Cause">What the provider says.</param>
public sealed record ResourceFailed(string Name, Urn Urn, string? Operation, string Cause) : StackFailure(Name)
{
    public override string Kind => "resource-failed";

    public override string What => $"{Operation ?? "work"} of {Urn.Type} '{Urn.Name}' failed: {Cause}";

    public override string? Where => Urn.ToString();

    public override ValueList<string> Next =>
    [
        $"Mend the cause and run it again: ./run up {Name} goes on from here. What was done before is in the state.",
    ];
}
