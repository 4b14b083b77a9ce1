using Infra.Core.Monitoring.Alerting;
using Infra.Core.Tests.Monitoring.Objectives;
using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.Alerting;

/// <summary>Pods are known by their node, and a node by its condition.</summary>
public sealed class PodOnFailedNodeTests
{
    private const string Pod = """kube_pod_info{namespace="search",pod="ranker-0",uid="1",node="ip-10-0-0-1"}""";

    [SkippableFact]
    public async Task Pods_of_a_node_that_isn_t_ready_and_of_no_other() => Assert.Equal("", await PromTool.TestAlertAsync(
        [Rule],
        Rule,
        new AlertCase(
            [(Pod, "1x10"), (Ready("ip-10-0-0-1"), "1 0x9")],
            // Another node is down; this one came back before anybody was told of it.
            [(Pod, "1x10"), (Ready("ip-10-0-0-1"), "1 0 0 1x7"), (Ready("ip-10-0-0-2"), "0x10")],
            At: "3m")));

    [SkippableFact]
    public async Task A_pod_without_a_node_stands_on_none() => Assert.Equal("", await PromTool.EvaluateAsync(
        [("""kube_pod_info{namespace="search",pod="ranker-0",uid="1",node=""}""", "1x10"), (Ready(""), "0x10")],
        "3m",
        [(PodOnFailedNode.Rule.Expression.Text, null)]));

    private static Newtonsoft.Json.Linq.JObject Rule => WatchedModels.Written(PodOnFailedNode.Rule);

    private static string Ready(string node) => $$"""kube_node_status_condition{condition="Ready",status="true",node="{{node}}"}""";
}
