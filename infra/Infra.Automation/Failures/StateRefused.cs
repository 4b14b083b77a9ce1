using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>What is to be imported is no state, or another stack's.</summary>
/// <param name="Problem">What is wrong with it.</param>
public sealed record StateRefused(string Name, string Problem) : StackFailure(Name)
{
    public override string Kind => "state-refused";

    public override string What => $"this can't be the state of '{Name}': {Problem}; nothing was imported";

    public override ValueList<string> Next => [$"Take what './run export {Name}' or 'pulumi stack export --stack {Name}' wrote."];
}
