using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>It took longer than it may; the engine was asked to stop, and did.</summary>
/// <param name="Unfinished">Resources that the engine had begun with and not ended.</param>
public sealed record TimeLimitReached(string Name, TimeSpan Limit, ValueList<Urn> Unfinished) : StackFailure(Name)
{
    public override string Kind => "time-limit";

    public override string What => $"it took longer than {Limit:c} and was stopped{Stopped.What(Unfinished)}";

    public override ValueList<string> Next => Stopped.Next(Name, Unfinished);
}
