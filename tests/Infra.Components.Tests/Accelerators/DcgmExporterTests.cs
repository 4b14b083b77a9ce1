using Infra.Components.Accelerators;
using Infra.Components.Monitoring;
using Infra.Components.Tests.Helm;
using Infra.Core.Accelerators;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Accelerators;

public sealed class DcgmExporterTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public async Task A_namespace_for_privileged_pods_and_a_release() => Assert.Equal(
        """
        gpu-inference:index:DcgmExporter dcgm
        kubernetes:core/v1:Namespace dcgm-namespace parent=dcgm provider=kubernetes
        kubernetes:helm.sh/v3:Release dcgm-release parent=dcgm provider=kubernetes
        """,
        (await Run()).Resources());

    [Fact]
    public async Task The_release_is_pinned_and_runs_on_the_pools_with_our_list_of_metrics()
    {
        var release = (await Run())[Release, "dcgm-release"].Inputs;

        Assert.Equal(
            ("dcgm-exporter", "4.8.2", "https://nvidia.github.io/dcgm-exporter/helm-charts", "dcgm-exporter"),
            ((string?)release["chart"], (string?)release["version"], (string?)release["repositoryOpts"]!["repo"], (string?)release["namespace"]));
        Assert.Equal(DcgmMetrics.ToCsv(), (string?)release["values"]!["customMetrics"]);
        ((JObject)release["values"]!).Remove("customMetrics");
        JsonAssert.Same(
            """
            {
              "affinity": {
                "nodeAffinity": {
                  "requiredDuringSchedulingIgnoredDuringExecution": {
                    "nodeSelectorTerms": [ { "matchExpressions": [ { "key": "gpu-inference/pool", "operator": "In", "values": ["t4"] } ] } ]
                  }
                }
              },
              "tolerations": [
                { "key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule" },
                { "key": "spot", "operator": "Exists", "effect": "NoExecute" }
              ],
              "resources": { "requests": { "cpu": "100m", "memory": "128Mi" }, "limits": { "memory": "512Mi" } },
              "serviceMonitor": { "enabled": false }
            }
            """,
            release["values"]);
    }

    [Fact]
    public async Task Prometheus_finds_it_by_its_own_labels_and_learns_the_node() => JsonAssert.Same(
        """
        {
          "enabled": true, "interval": "30s", "additionalLabels": { "release": "prometheus" },
          "relabelings": [ { "sourceLabels": ["__meta_kubernetes_pod_node_name"], "targetLabel": "node" } ]
        }
        """,
        (await Run(Scraped))[Release, "dcgm-release"].Inputs["values"]!["serviceMonitor"]);

    [Fact]
    public async Task Its_pods_are_declared() => JsonAssert.Same(
        """
        [
          {
            "workload": "dcgm-exporter",
            "kind": "DaemonSet",
            "cpu": "100m",
            "memory": "128Mi",
            "selectors": [ { "gpu-inference/pool": "t4" } ],
            "tolerations": [ { "key": "nvidia.com/gpu", "effect": "NoSchedule" }, { "key": "spot", "effect": "NoExecute" } ],
            "hostAccess": [ "Paths", "Privileges" ],
            "source": "dcgm-exporter 4.8.2, templates/daemonset.yaml; requests in our values"
          }
        ]
        """,
        (await Run())["gpu-inference:index:DcgmExporter", "dcgm"].Inputs["footprint"]);

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows() =>
        // Not in the values file, but in templates/metrics-configmap.yaml: {{- if .Values.customMetrics }}.
        Assert.Equal(["customMetrics"], ChartValues.Unknown("dcgm-exporter", (await Run(Scraped))[Release, "dcgm-release"].Inputs["values"]!));

    private static ScrapingArgs Scraped => new() { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } };

    private static Task<ComponentRun> Run(ScrapingArgs? scraping = null) => ComponentHarness.RunAsync(() => _ = new DcgmExporter(
        "dcgm",
        new DcgmExporterArgs { Pools = [Samples.GpuPool("t4", Samples.Spot)], Scraping = scraping },
        Samples.In(Samples.KubernetesProvider())));
}
