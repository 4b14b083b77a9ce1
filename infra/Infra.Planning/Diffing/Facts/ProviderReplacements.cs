using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Facts;

/// <summary>What replaces a provider, and with it every resource that it manages.</summary>
internal static class ProviderReplacements
{
    private const string Aws = WellKnownTypes.ProviderPrefix + "aws";
    private const string Kubernetes = WellKnownTypes.ProviderPrefix + "kubernetes";
    private const string Random = WellKnownTypes.ProviderPrefix + "random";
    private const string Source = "pulumi-kubernetes, DiffConfig in provider/pkg/provider/provider.go, 2026-07-01, read 2026-11-22";

    private const string AwsSource = "pulumi-aws 7: the provider changes in place, its resources as its region says (pulumi/pulumi-aws#5656), read 2026-11-22";

    private const string ByAccount = "leads to another account, if it isn't only another way to the same one, and nothing of this stack is there";
    private const string ByRegion = "leads to another region, where nothing of this stack is: what belongs to a region can't stay";
    private const string ByCluster = "replaces the provider and all that it manages if another cluster is the active one";

    // Tags, retries and checks of credentials stay; what names a place doesn't.
    private static readonly ReplacementFacts _aws = new()
    {
        Source = AwsSource,
        Replace = [],
        Depends = [("allowedAccountIds", ByAccount), ("assumeRoles", ByAccount), ("endpoints", ByAccount), ("profile", ByAccount), ("region", ByRegion)],
    };

    public static ReplacementFacts? Of(PlannedResource provider, ValueMap before) => provider.Type switch
    {
        Aws => _aws,
        Kubernetes => Cluster(provider, before),
        // It has no settings that could differ.
        Random => new ReplacementFacts { Source = "pulumi-random 4.21.1", Replace = [] },
        _ => null,
    };

    private static ReplacementFacts Cluster(PlannedResource provider, ValueMap before)
    {
        const string identifier = "clusterIdentifier";
        var (old, asked) = (Text(before, identifier), Text(provider.Inputs, identifier));
        // With an identifier, the kubeconfig may change as it likes: the cluster is the same as long as that is.
        return (old, asked) switch
        {
            ({ }, { }) when old == asked => new ReplacementFacts { Source = Source, Replace = [] },
            ({ }, { }) => new ReplacementFacts { Source = Source, Replace = [identifier, "renderYamlToDirectory"] },
            _ => new ReplacementFacts
            {
                Source = Source,
                Replace = ["renderYamlToDirectory"],
                Depends = [("cluster", ByCluster), ("context", ByCluster), ("kubeconfig", ByCluster)],
            },
        };
    }

    private static string? Text(ValueMap inputs, string key) => inputs.TryGetValue(key, out var value) && value is PlanValue.String { Value: var text } ? text : null;
}
