using Infra.Components.Tests.Jobs;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Monitoring.Stack;

/// <summary>Who may ask, and who may be reached.</summary>
public sealed class StackNetworkTests
{
    private const string Anybody =
        """[ { "ipBlock": { "cidr": "0.0.0.0/0", "except": ["169.254.0.0/16"] } }, { "ipBlock": { "cidr": "::/0", "except": ["fe80::/10", "fd00:ec2::/32"] } } ]""";

    private const string Dns = """{ "ports": [ { "protocol": "UDP", "port": 53 }, { "protocol": "TCP", "port": 53 } ] }""";
    private const string Identity = """{ "to": [ { "ipBlock": { "cidr": "169.254.170.23/32" } }, { "ipBlock": { "cidr": "fd00:ec2::23/128" } } ], "ports": [ { "protocol": "TCP", "port": 80 } ] }""";

    [Fact]
    public async Task Prometheus_is_asked_by_its_namespace_and_by_KEDA_and_reaches_every_port() => JsonAssert.Same(
        $$"""
        {
          "podSelector": { "matchLabels": { "app.kubernetes.io/name": "prometheus", "operator.prometheus.io/name": "kube-prometheus-stack-prometheus" } },
          "policyTypes": ["Ingress", "Egress"],
          "ingress": [
            {
              "from": [ { "podSelector": {} }, { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "keda" } } } ],
              "ports": [ { "protocol": "TCP", "port": 9090 }, { "protocol": "TCP", "port": 8080 } ]
            }
          ],
          "egress": [ {{Dns}}, { "to": {{Anybody}} }, {{Identity}} ]
        }
        """,
        await SpecAsync("monitoring-prometheus-access"));

    [Fact]
    public async Task Alertmanager_is_called_by_its_namespace_and_reaches_its_receivers_and_its_like() => JsonAssert.Same(
        $$"""
        {
          "podSelector": { "matchLabels": { "app.kubernetes.io/name": "alertmanager", "alertmanager": "kube-prometheus-stack-alertmanager" } },
          "policyTypes": ["Ingress", "Egress"],
          "ingress": [
            {
              "from": [ { "podSelector": {} } ],
              "ports": [ { "protocol": "TCP", "port": 9093 }, { "protocol": "TCP", "port": 8080 }, { "protocol": "TCP", "port": 9094 }, { "protocol": "UDP", "port": 9094 } ]
            }
          ],
          "egress": [
            {{Dns}},
            { "to": {{Anybody}}, "ports": [ { "protocol": "TCP", "port": 443 }, { "protocol": "TCP", "port": 8080 } ] },
            {
              "to": [ { "podSelector": { "matchLabels": { "app.kubernetes.io/name": "alertmanager", "alertmanager": "kube-prometheus-stack-alertmanager" } } } ],
              "ports": [ { "protocol": "TCP", "port": 9094 }, { "protocol": "UDP", "port": 9094 } ]
            },
            {{Identity}}
          ]
        }
        """,
        await SpecAsync("monitoring-alertmanager-access"));

    [Fact]
    public async Task Grafana_reaches_its_data_sources_and_the_API_server_alone() => JsonAssert.Same(
        $$"""
        {
          "podSelector": { "matchLabels": { "app.kubernetes.io/name": "grafana", "app.kubernetes.io/instance": "kube-prometheus-stack" } },
          "policyTypes": ["Ingress", "Egress"],
          "ingress": [ { "from": [ { "podSelector": {} } ], "ports": [ { "protocol": "TCP", "port": 3000 } ] } ],
          "egress": [
            {{Dns}},
            { "to": {{Anybody}}, "ports": [ { "protocol": "TCP", "port": 443 }, { "protocol": "TCP", "port": 6443 } ] },
            { "to": [ { "podSelector": {} }, { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "loki" } } } ] }
          ]
        }
        """,
        await SpecAsync("monitoring-grafana-access"));

    private static async Task<JToken> SpecAsync(string policy) => (await MonitoringStackTests.Run(StackSamples.Everything())).Inputs(policy)["spec"]!;
}
