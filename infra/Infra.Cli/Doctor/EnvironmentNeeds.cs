using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.Planning.Placement;

namespace Infra.Cli.Doctor;

/// <summary>What an environment needs outside this machine, read from its plan.</summary>
internal sealed record EnvironmentNeeds(string Environment)
{
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string AwsProvider = "pulumi:providers:aws";

    /// <summary>The account of AWS; null for none.</summary>
    public string? AccountId { get; init; }

    public string? Region { get; init; }

    /// <summary>Null where the environment has no cluster of its own.</summary>
    public string? ClusterName { get; init; }

    public string? KubernetesVersion { get; init; }

    /// <summary>Whether only the VPC reaches the API server.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Networks that reach it, where not all do.</summary>
    public ImmutableArray<string> PublicCidrs { get; init; } = [];

    public ImmutableArray<VcpuQuota> Quotas { get; init; } = [];

    public static EnvironmentNeeds Of(Plan plan)
    {
        var provider = plan.Resources.FirstOrDefault(resource => resource.Type == AwsProvider)?.Inputs;
        var cluster = plan.Resources.FirstOrDefault(resource => resource.Type == Cluster)?.Inputs;
        var network = Map(cluster, "vpcConfig");
        return new EnvironmentNeeds(plan.Stack)
        {
            AccountId = Texts(provider, "allowedAccountIds").FirstOrDefault(),
            Region = Text(provider, "region"),
            ClusterName = Text(cluster, "name"),
            KubernetesVersion = Text(cluster, "version"),
            IsPrivate = network is not null && network.TryGetValue("endpointPublicAccess", out var access) && access is PlanValue.Bool { Value: false },
            PublicCidrs = [.. Texts(network, "publicAccessCidrs").Where(static cidr => cidr != "0.0.0.0/0")],
            Quotas = PlanPlacement.Of(plan).Quotas,
        };
    }

    private static string? Text(ValueMap? map, string key) => map is not null && map.TryGetValue(key, out var value) && value is PlanValue.String { Value: var text } ? text : null;

    private static ValueMap? Map(ValueMap? map, string key) => map is not null && map.TryGetValue(key, out var value) && value is PlanValue.Object { Properties: var properties } ? properties : null;

    // Providers take lists as JSON text, too.
    private static IEnumerable<string> Texts(ValueMap? map, string key) => map is null || !map.TryGetValue(key, out var value) ? [] : value switch
    {
        PlanValue.List { Items: var items } => items.OfType<PlanValue.String>().Select(static item => item.Value),
        PlanValue.String { Value: var json } when json.StartsWith('[') => JsonNode.Parse(json)!.AsArray().Select(static item => (string)item!),
        _ => [],
    };
}
