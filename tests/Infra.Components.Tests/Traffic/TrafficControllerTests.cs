using Infra.Components.Traffic;
using Infra.Components.Traffic.Dns;
using Infra.Components.Traffic.LoadBalancing;
using Infra.TestKit.Components;
using Infra.TestKit.Helm;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Traffic;

/// <summary>The controllers of what brings requests to models: pinned charts with values that the charts know, and rights that end at their own.</summary>
public sealed class TrafficControllerTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    private static readonly Dictionary<string, Func<ComponentResourceOptions, ComponentResource>> _controllers = new()
    {
        ["gateway-helm"] = options => new EnvoyGatewayController("c", new EnvoyGatewayControllerArgs { InferencePools = true }, options),
        ["ai-gateway-helm"] = options => new AiGatewayController("c", new AiGatewayControllerArgs(), options),
        ["aws-load-balancer-controller"] = options => new LoadBalancerController("c", TrafficSamples.Controller(), options),
        ["external-dns"] = options => new ExternalDns("c", TrafficSamples.Records(), options),
    };

    public static TheoryData<string> Charts => [.. _controllers.Keys];

    [SkippableTheory]
    [MemberData(nameof(Charts))]
    public async Task The_chart_knows_every_value(string chart) => Assert.Equal([], HelmValues.Problems(chart, (JObject)(await ReleaseAsync(chart))["values"]!));

    [Theory]
    [InlineData("gateway-helm", "oci://docker.io/envoyproxy/gateway-helm", "v1.9.0", "envoy-gateway-system")]
    [InlineData("ai-gateway-helm", "oci://docker.io/envoyproxy/ai-gateway-helm", "v1.1.0", "envoy-ai-gateway-system")]
    [InlineData("aws-load-balancer-controller", "aws-load-balancer-controller", "3.5.0", "kube-system")]
    [InlineData("external-dns", "external-dns", "1.21.1", "external-dns")]
    public async Task Its_version_is_pinned(string chart, string address, string version, string space)
    {
        var release = await ReleaseAsync(chart);

        Assert.Equal((address, version, space), ((string?)release["chart"], (string?)release["version"], (string?)release["namespace"]));
    }

    [Theory]
    [InlineData("gateway-helm", "envoy-gateway 2 100m 256Mi")]
    [InlineData("ai-gateway-helm", "ai-gateway-controller 2 100m 256Mi")]
    [InlineData("aws-load-balancer-controller", "aws-load-balancer-controller 2 100m 128Mi")]
    [InlineData("external-dns", "external-dns 1 20m 128Mi")]
    public async Task Its_pods_are_declared(string chart, string pods)
    {
        var footprint = (await RunAsync(chart)).Registrations.Single(one => one.Name == "c").Inputs["footprint"]!;

        Assert.Equal(pods, string.Join(", ", footprint.Select(pod => $"{pod["workload"]} {pod["replicas"]} {pod["cpu"]} {pod["memory"]}")));
    }

    [Fact]
    public async Task The_controller_of_load_balancers_leaves_what_is_not_ours_alone()
    {
        var values = (await ReleaseAsync("aws-load-balancer-controller"))["values"]!;

        Assert.Equal((false, false, false), ((bool)values["enableServiceMutatorWebhook"]!, (bool)values["createIngressClassResource"]!, (bool)values.SelectToken("ingressClassParams.create")!));
        JsonAssert.Same("""{ "ALBGatewayAPI": false, "NLBGatewayAPI": false }""", values.SelectToken("controllerConfig.featureGates"));
        Assert.Equal(("gpu", "vpc-0a1", "dev"), ((string?)values["clusterName"], (string?)values["vpcId"], (string?)values.SelectToken("defaultTags.environment")));
    }

    // Whoever gets hold of the role changes nothing of another cluster.
    [Fact]
    public async Task Its_role_changes_only_what_bears_the_clusters_name()
    {
        var statements = await StatementsAsync(options => new LoadBalancerController("c", TrafficSamples.Controller(), options));

        Assert.Equal(
            "Look",
            string.Join(' ', statements.Where(statement => statement["Resource"]!.Type == JTokenType.String && (string?)statement["Resource"] == "*").Select(statement => statement["Sid"])));
        Assert.Equal(
            ["ec2:Describe", "ec2:Get", "elasticloadbalancing:Describe"],
            statements[0]["Action"]!.Select(action => string.Concat(((string)action!).TakeWhile((letter, i) => i < 5 || !char.IsUpper(letter) || ((string)action!)[i - 1] == ':'))).Distinct());
        JsonAssert.Same("""{ "StringEquals": { "aws:ResourceTag/elbv2.k8s.aws/cluster": "gpu" } }""", Statement(statements, "ChangeOwn")["Condition"]);
        JsonAssert.Same("""{ "StringEquals": { "aws:RequestTag/elbv2.k8s.aws/cluster": "gpu" } }""", Statement(statements, "Create")["Condition"]);
        Assert.All(statements.SelectMany(statement => statement.SelectTokens("Action").SelectMany(actions => actions is JArray list ? list.Values<string>() : [(string?)actions])), action => Assert.DoesNotContain('*', action!));
    }

    [Fact]
    public async Task Web_ACLs_are_allowed_only_where_there_is_one()
    {
        var without = await StatementsAsync(options => new LoadBalancerController("c", TrafficSamples.Controller(), options));
        var with = await StatementsAsync(options => new LoadBalancerController("c", TrafficSamples.Controller(wafv2: true), options));

        Assert.Equal(["WebAcls"], with.Select(statement => (string?)statement["Sid"]).Except(without.Select(statement => (string?)statement["Sid"])));
        JsonAssert.Same(
            """["arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/*/*", "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/*/*"]""",
            Statement(with, "WebAcls")["Resource"]);
    }

    [Fact]
    public async Task Records_are_changed_in_one_zone_below_one_domain() => JsonAssert.Same(
        """
        [
          {
            "Sid": "ChangeRecords", "Effect": "Allow", "Action": "route53:ChangeResourceRecordSets", "Resource": "arn:aws:route53:::hostedzone/Z0123456789",
            "Condition": {
              "ForAllValues:StringLike": {
                "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["example.com", "*.example.com"],
                "route53:ChangeResourceRecordSetsRecordTypes": ["A", "AAAA", "CNAME", "TXT"]
              }
            }
          },
          { "Sid": "ReadRecords", "Effect": "Allow", "Action": "route53:ListResourceRecordSets", "Resource": "arn:aws:route53:::hostedzone/Z0123456789" },
          { "Sid": "FindZone", "Effect": "Allow", "Action": "route53:ListHostedZones", "Resource": "*" }
        ]
        """,
        new JArray(await StatementsAsync(options => new ExternalDns("c", TrafficSamples.Records(), options))));

    // A hosted zone may be a model's very host: its owner's record has to lie below it, as the policy allows too.
    [Fact]
    public async Task Records_of_owners_lie_below_the_name_they_are_about() =>
        Assert.Equal("owner-%{record_type}.", (string?)(await ReleaseAsync("external-dns")).SelectToken("values.txtPrefix"));

    [Fact]
    public async Task ExternalDNS_without_anything_to_look_at_is_refused() => Assert.Equal(
        """
        1 problem in gpu-inference:index:ExternalDns:
          c.sources: there is none; name at least one kind of object
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => TrafficSamples.Run(options => _ = new ExternalDns(
            "c", new ExternalDnsArgs { ClusterName = "gpu", Region = "eu-central-1", HostedZoneId = "Z0", Domain = "example.com", Sources = [] }, options)))).Message);

    private static JToken Statement(IReadOnlyList<JToken> statements, string sid) => statements.Single(statement => (string?)statement["Sid"] == sid);

    private static async Task<IReadOnlyList<JToken>> StatementsAsync(Func<ComponentResourceOptions, ComponentResource> create)
    {
        var run = await TrafficSamples.Run(options => _ = create(options));
        return [.. JObject.Parse((string)run["aws:iam/rolePolicy:RolePolicy", "c-policy"].Inputs["policy"]!)["Statement"]!];
    }

    private static async Task<JObject> ReleaseAsync(string chart) => (await RunAsync(chart))[Release, "c-release"].Inputs;

    private static Task<ComponentRun> RunAsync(string chart) => TrafficSamples.Run(options => _ = _controllers[chart](options));
}
