using Infra.Components.Dns;
using Infra.Components.Monitoring;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Dns;

public sealed class NodeLocalDnsCacheTests
{
    private const string DaemonSet = "kubernetes:apps/v1:DaemonSet";

    [Fact]
    public async Task Every_node_but_those_outside_AWS_has_one_in_its_own_network()
    {
        var pod = (await Run())[DaemonSet, "dns-daemon-set"].Inputs.SelectToken("spec.template.spec")!;

        JsonAssert.Same(
            """
            {
              "serviceAccountName": "node-local-dns",
              "automountServiceAccountToken": false,
              "enableServiceLinks": true,
              "priorityClassName": "system-node-critical",
              "hostNetwork": true,
              "dnsPolicy": "Default",
              "tolerations": [ { "operator": "Exists" } ],
              "affinity": {
                "nodeAffinity": {
                  "requiredDuringSchedulingIgnoredDuringExecution": {
                    "nodeSelectorTerms": [ { "matchExpressions": [ { "key": "eks.amazonaws.com/compute-type", "operator": "NotIn", "values": ["hybrid", "fargate"] } ] } ]
                  }
                }
              },
              "containers": [ {
                "name": "node-cache",
                "image": "registry.k8s.io/dns/k8s-dns-node-cache:1.26.8",
                "args": ["-localip", "169.254.20.10,10.100.0.10", "-conf", "/etc/Corefile", "-upstreamsvc", "kube-dns-upstream", "-pidfile", "/tmp/node-cache.pid"],
                "ports": [
                  { "name": "dns", "protocol": "UDP", "containerPort": 53 },
                  { "name": "dns-tcp", "protocol": "TCP", "containerPort": 53 },
                  { "name": "metrics", "protocol": "TCP", "containerPort": 9253 }
                ],
                "livenessProbe": { "httpGet": { "host": "169.254.20.10", "path": "/health", "port": 8080 }, "initialDelaySeconds": 60, "timeoutSeconds": 5 },
                "resources": { "requests": { "cpu": "25m", "memory": "60Mi" } },
                "securityContext": { "capabilities": { "add": ["NET_ADMIN"] } },
                "volumeMounts": [
                  { "name": "xtables-lock", "mountPath": "/run/xtables.lock" },
                  { "name": "config", "mountPath": "/etc/coredns" },
                  { "name": "kube-dns-config", "mountPath": "/etc/kube-dns" }
                ]
              } ],
              "volumes": [
                { "name": "xtables-lock", "hostPath": { "path": "/run/xtables.lock", "type": "FileOrCreate" } },
                { "name": "config", "configMap": { "name": "node-local-dns", "items": [ { "key": "Corefile", "path": "Corefile.base" } ] } },
                { "name": "kube-dns-config", "configMap": { "name": "kube-dns", "optional": true } }
              ]
            }
            """,
            pod);
    }

    [Fact]
    public async Task The_Service_that_it_asks_comes_first()
    {
        var run = await Run();
        var upstream = run["kubernetes:core/v1:Service", "dns-upstream"];

        Assert.Equal("kube-dns-upstream", (string?)upstream.Inputs.SelectToken("metadata.name"));
        Assert.Equal("kube-system", (string?)upstream.Inputs.SelectToken("metadata.namespace"));
        JsonAssert.Same(
            """
            {
              "selector": { "k8s-app": "kube-dns" },
              "ports": [ { "name": "dns", "protocol": "UDP", "port": 53, "targetPort": 53 }, { "name": "dns-tcp", "protocol": "TCP", "port": 53, "targetPort": 53 } ]
            }
            """,
            upstream.Inputs["spec"]!);
        Assert.Equal(["dns-service-account", "dns-upstream", "dns-config"], run[DaemonSet, "dns-daemon-set"].DependsOn);
    }

    [Fact]
    public async Task A_tenth_of_the_nodes_is_updated_at_a_time() => JsonAssert.Same(
        """{ "type": "RollingUpdate", "rollingUpdate": { "maxUnavailable": "10%" } }""",
        (await Run())[DaemonSet, "dns-daemon-set"].Inputs.SelectToken("spec.updateStrategy")!);

    [Fact]
    public async Task Its_metrics_are_read_where_somebody_reads()
    {
        var run = await Run(new ScrapingArgs { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } });

        JsonAssert.Same(
            """{ "clusterIP": "None", "selector": { "app.kubernetes.io/instance": "dns", "app.kubernetes.io/component": "dns-cache" }, "ports": [ { "name": "metrics", "port": 9253 } ] }""",
            run["kubernetes:core/v1:Service", "dns-service"].Inputs["spec"]!);
        var monitor = run["kubernetes:monitoring.coreos.com/v1:ServiceMonitor", "dns-monitor"].Inputs;
        Assert.Equal("prometheus", (string?)monitor.SelectToken("metadata.labels.release"));
        JsonAssert.Same(
            """
            {
              "selector": { "matchLabels": { "app.kubernetes.io/instance": "dns", "app.kubernetes.io/component": "dns-cache" } },
              "podTargetLabels": [],
              "endpoints": [ { "port": "metrics", "path": "/metrics", "interval": "30s" } ]
            }
            """,
            monitor["spec"]!);
    }

    private static Task<ComponentRun> Run(ScrapingArgs? scraping = null) => ComponentHarness.RunAsync(() => _ = new NodeLocalDnsCache(
        "dns", new NodeLocalDnsCacheArgs { ServiceAddress = "10.100.0.10", Scraping = scraping }, Samples.In(Samples.KubernetesProvider())));
}
