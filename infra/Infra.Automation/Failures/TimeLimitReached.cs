using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>It took longer than it may; the engine was asked to stop, and did.</summary>
/// <param name="Unfinished">Resources that the engine had begun with and not ended.</param>
public sealed record TimeLimitReached(string Name, TimeSpan Limit, ValueList<Urn> Unfinished) : StackFailure(Name)
{
    public override string Kind => "time-limit";

    public override string What => "";

    public override ValueList<string> Next => [];
}
