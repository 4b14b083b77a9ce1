using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Cost;

/// <summary>Logs aren't kept for ever.</summary>
internal sealed class LogsEnd : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "COST007",
        PolicySeverity.Warning,
        "Log groups delete what is old",
        "CloudWatch keeps logs for ever unless it is told otherwise: the bill grows every month, and so does what a leak would give away.",
        "Amazon CloudWatch Logs user guide, \"Change log data retention\": by default, log data never expires");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        context.OfType("aws:cloudwatch/logGroup:LogGroup").SelectMany(group => group.Judge(group["retentionInDays"], days => days.Number is null or 0 ? "keeps logs for ever; set retentionInDays" : null));
}
