using Infra.Components.Serving;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

public sealed class ServingNetworkPolicyTests
{
    private const string Dns = """{ "ports": [ { "protocol": "UDP", "port": 53 }, { "protocol": "TCP", "port": 53 } ] }""";

    private const string Storage =
        """
        {
          "to": [
            { "ipBlock": { "cidr": "0.0.0.0/0", "except": ["169.254.0.0/16"] } },
            { "ipBlock": { "cidr": "::/0", "except": ["fe80::/10", "fd00:ec2::/32"] } }
          ],
          "ports": [ { "protocol": "TCP", "port": 443 } ]
        }
        """;

    private const string PodIdentityAgent =
        """{ "to": [ { "ipBlock": { "cidr": "169.254.170.23/32" } }, { "ipBlock": { "cidr": "fd00:ec2::23/128" } } ], "ports": [ { "protocol": "TCP", "port": 80 } ] }""";

    [Fact]
    public async Task A_model_in_S3_is_called_by_named_namespaces_and_reaches_storage_and_its_role() => JsonAssert.Same(
        Policy([Namespace("web"), Namespace("monitoring")], [Dns, Storage, PodIdentityAgent]),
        await PolicyAsync(ServingSamples.OnGpu()));

    [Fact]
    public async Task A_model_from_an_archive_has_no_business_with_the_Pod_Identity_agent() => JsonAssert.Same(
        Policy([], [Dns, Storage]),
        await PolicyAsync(ServingSamples.OnCpu()));

    [Fact]
    public async Task A_namespace_that_also_runs_Prometheus_is_named_once()
    {
        var policy = await PolicyAsync(ServingSamples.OnGpu(monitoring: new MonitoringArgs { PrometheusNamespace = "web" }));

        JsonAssert.Same($"""[ {OwnNamespace}, {Namespace("web")} ]""", policy.SelectToken("spec.ingress[0].from"));
    }

    private const string OwnNamespace = """{ "podSelector": {} }""";

    private static string Namespace(string name) =>
        $$"""{ "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "{{name}}" } } }""";

    private static string Policy(string[] clients, string[] egress) =>
        $$"""
        {
          "apiVersion": "networking.k8s.io/v1",
          "kind": "NetworkPolicy",
          "metadata": {{ServingSamples.Metadata}},
          "spec": {
            "podSelector": { "matchLabels": {{ServingSamples.Selector}} },
            "policyTypes": ["Ingress", "Egress"],
            "ingress": [
              {
                "from": [ {{string.Join(", ", [OwnNamespace, .. clients])}} ],
                "ports": [ { "protocol": "TCP", "port": 8501 }, { "protocol": "TCP", "port": 8500 } ]
              }
            ],
            "egress": [ {{string.Join(", ", egress)}} ]
          }
        }
        """;

    private static async Task<JObject> PolicyAsync(InferenceServiceArgs args) =>
        (await ServingSamples.Run(args))["kubernetes:networking.k8s.io/v1:NetworkPolicy", "vision-network-policy"].Inputs;
}
