using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>Somebody stopped it.</summary>
/// <param name="Unfinished">Resources that the engine had begun with and not ended.</param>
public sealed record OperationCancelled(string Name, ValueList<Urn> Unfinished) : StackFailure(Name)
{
    public override string Kind => "cancelled";

    public override string What => $"it was stopped{Stopped.What(Unfinished)}";

    public override ValueList<string> Next => Stopped.Next(Name, Unfinished);
}
