using Infra.Automation.Gates;
using Infra.Core;
using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The gate said no; nothing was started.</summary>
public sealed record GateRefused(string Name, ValueList<GateFinding> Findings) : StackFailure(Name)
{
    public override string Kind => "gate-refused";

    public override string What => $"the gate refuses the update of '{Name}' ({Counted.Of(Findings.Count, "finding")}); nothing was started";

    public override ValueList<string> Next => [.. Findings.Select(static finding => $"{finding.Check} {finding.Subject}: {finding.Problem}. {finding.Next}")];
}
