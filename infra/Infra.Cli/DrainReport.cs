using System.Collections.Immutable;
using Infra.Core;
using Infra.Core.Resilience;
using Infra.Planning.Rendering;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli;

/// <summary>What <c>drain</c> found, as text or as <c>{"environment": …, "pools": …, "pods": …, "findings": [{"fault": …, "broken": …, "subject": …, "message": …}]}</c>.</summary>
internal sealed record DrainReport(string Environment, DrainedCluster Cluster)
{
    private const string Proven = "Any one node of any pool can go without breaking a disruption budget or a quota.";
    private const string NoPools = "Nobody told us of nodes, so that only disruption budgets were judged: each lets at least one pod go.";
    private const string Broken = "A node can't go without harm:";
    private const string Limits = "What can't be promised:";

    public ImmutableArray<DrainFinding> Findings { get; } = DrainProof.Of(Cluster);

    public IEnumerable<TextLine> Render()
    {
        yield return TextLine.Of($"{Environment}: {Counted.Of(Cluster.Pods.Length, "workload")} on {Counted.Of(Cluster.Pools.Length, "pool")}", TextRole.Heading);
        yield return TextLine.Empty;
        var broken = Findings.Where(finding => DrainProof.IsBroken(finding.Fault)).ToList();
        yield return TextLine.Of(broken.Count > 0 ? Broken : Cluster.Pools.IsEmpty ? NoPools : Proven);
        foreach (var finding in broken)
        {
            yield return TextLine.Of($"  {finding.Subject}: {finding.Message}");
        }
        foreach (var line in RenderLimits([.. Findings.Except(broken)]))
        {
            yield return line;
        }
    }

    public void WriteJson(TextWriter writer)
    {
        var document = new JObject
        {
            ["environment"] = Environment,
            ["pools"] = Cluster.Pools.Length,
            ["pods"] = Cluster.Pods.Sum(pods => pods.Least),
            ["findings"] = new JArray(Findings.Select(finding => new JObject
            {
                ["fault"] = $"{finding.Fault}",
                ["broken"] = DrainProof.IsBroken(finding.Fault),
                ["subject"] = finding.Subject,
                ["message"] = finding.Message,
            })),
        };
        writer.WriteLine(document.ToString(Formatting.Indented));
    }

    private static IEnumerable<TextLine> RenderLimits(IReadOnlyCollection<DrainFinding> limits)
    {
        if (limits.Count == 0)
        {
            yield break;
        }
        yield return TextLine.Empty;
        yield return TextLine.Of(Limits);
        foreach (var finding in limits)
        {
            yield return TextLine.Of($"  {finding.Subject}: {finding.Message}");
        }
    }
}
