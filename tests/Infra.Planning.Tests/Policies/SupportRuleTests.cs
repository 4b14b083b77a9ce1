using Infra.Planning.Policies;

namespace Infra.Planning.Tests.Policies;

/// <summary>What rules of support find, and from which day on: the ends themselves are the pins'.</summary>
public sealed class SupportRuleTests
{
    private const string Way = "'./run upgrade' shows the way";

    private const string Cluster = """
        resources:
          x: {type: "aws:eks/cluster:Cluster", properties: {version: "1.34"}}
        """;

    private const string Nodes = """
        resources:
          x: {type: "aws:eks/nodeGroup:NodeGroup", properties: {version: "1.34", amiType: AL2023_x86_64_NVIDIA, instanceTypes: [p3.2xlarge]}}
        """;

    private const string Chart = """
        resources:
          x: {type: "kubernetes:helm.sh/v3:Release", properties: {chart: "oci://docker.io/envoyproxy/gateway-helm", version: VERSION}}
        """;

    private const string Database = """
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: registry}
        spec:
          containers: [{name: db, image: "IMAGE"}]
        """;

    public static TheoryData<string, string, string, string, string[]> Cases => new()
    {
        { "the day before the notice", "COST002", Cluster, "2026-10-02", [] },
        { "the first day of the notice", "COST002", Cluster, "2026-10-03", [$"aws:eks:Cluster x, version: standard support of Kubernetes 1.34 ends on 2026-12-02, in 60 days; {Way}"] },
        { "the day before the last", "COST002", Cluster, "2026-12-01", [$"aws:eks:Cluster x, version: standard support of Kubernetes 1.34 ends on 2026-12-02, in 1 day; {Way}"] },
        { "the last day", "COST002", Cluster, "2026-12-02", [$"aws:eks:Cluster x, version: standard support of Kubernetes 1.34 ends today; {Way}"] },
        { "the day after", "COST002", Cluster, "2026-12-03", [$"aws:eks:Cluster x, version: standard support of Kubernetes 1.34 ended on 2026-12-02; {Way}"] },
        { "no day", "COST002", Cluster, "0001-01-01", [] },
        { "nodes, and no day", "REL021", Nodes, "0001-01-01", [] },
        { "nodes before a notice", "REL021", Nodes, "2026-10-02", [] },
        { "nodes with a notice", "REL021", Nodes, "2026-11-22", [$"aws:eks:NodeGroup x, version: standard support of Kubernetes 1.34 ends on 2026-12-02, in 10 days; no AMI follows for such nodes: {Way}"] },
        {
            "the last driver of V100, whose month of end counts whole", "REL021", Nodes.Replace("1.34", "1.99", StringComparison.Ordinal), "2028-08-31",
            ["aws:eks:NodeGroup x, instanceTypes: standard support of driver branch 580, the last one for these GPUs, ends today; move the pool's models to newer GPUs"]
        },
        { "another driver", "REL021", Nodes.Replace("1.34", "1.99", StringComparison.Ordinal).Replace("p3.2xlarge", "g4dn.xlarge", StringComparison.Ordinal), "2028-08-31", [] },
        { "a chart that is pinned", "REL021", Chart.Replace("VERSION", "v1.9.0", StringComparison.Ordinal), "2027-02-15", ["kubernetes:helm.sh/v3:Release x, version: standard support of chart gateway-helm v1.9.0 ended on 2027-02-14; read the release notes of its successor and move the pin"] },
        { "a chart of another version, of which nothing is known", "REL021", Chart.Replace("VERSION", "v1.10.0", StringComparison.Ordinal), "2027-02-15", [] },
        { "an image from a copy of its registry, with its digest", "REL021", Database.Replace("IMAGE", "example.com/docker/library/postgres:17.11-bookworm@sha256:aa", StringComparison.Ordinal), "2029-11-29", ["Pod registry/db, spec.containers[0].image: standard support of docker.io/library/postgres:17.11-bookworm ends on 2029-11-30, in 1 day; move the pin to a newer release"] },
        { "another image", "REL021", Database.Replace("IMAGE", "docker.io/library/postgres:18.1-bookworm", StringComparison.Ordinal), "2029-12-31", [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string name, string rule, string text, string day, string[] expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Example.Ask(rule, text, DateOnly.ParseExact(day, "yyyy-MM-dd")));
    }
}
