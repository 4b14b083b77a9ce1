using Infra.Planning.Model;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Diffing;

/// <summary>Makes small plans: the stack, two providers, and what a test puts into them.</summary>
internal static class Plans
{
    public const string Component = "gpu-inference:index:Box";
    private const string Prefix = "urn:pulumi:dev::gpu-inference::";

    public static readonly Urn Aws = Urn.Parse(Prefix + "pulumi:providers:aws::aws");
    public static readonly Urn Cluster = Urn.Parse(Prefix + "pulumi:providers:kubernetes::cluster");

    public static Plan Of(params PlannedResource[] resources) => On(ProviderOf("cluster", ("clusterIdentifier", Text("one"))), resources);

    public static Plan On(PlannedResource cluster, params PlannedResource[] resources) => new()
    {
        Project = "gpu-inference",
        Stack = "dev",
        Resources =
        [
            new PlannedResource { Urn = Stack, Outputs = resources.FirstOrDefault(static r => r.Urn == Stack)?.Outputs ?? ValueMap.Empty },
            new PlannedResource { Urn = Aws, Parent = Stack, Inputs = Map(("region", Text("eu-west-1"))) },
            cluster,
            .. resources.Where(static r => r.Urn != Stack),
        ],
    };

    /// <summary>The plan with its provider of AWS in another region.</summary>
    public static Plan In(this Plan plan, string region) =>
        plan with { Resources = [.. plan.Resources.Select(resource => resource.Urn == Aws ? resource with { Inputs = Map(("region", Text(region))) } : resource)] };

    public static PlannedResource Outputs(params (string, PlanValue)[] outputs) => new() { Urn = Stack, Outputs = Map(outputs) };

    public static PlannedResource ProviderOf(string name, params (string, PlanValue)[] inputs) =>
        new() { Urn = Urn.Parse($"{Prefix}pulumi:providers:kubernetes::{name}"), Parent = Stack, Inputs = Map(inputs) };

    public static PlannedResource Box(string name, params (string, PlanValue)[] inputs) =>
        new() { Urn = Urn.Parse($"{Prefix}{Component}::{name}"), Parent = Stack, Inputs = Map(inputs) };

    /// <summary>A resource of AWS, or of Kubernetes.</summary>
    public static PlannedResource Of(string type, string name, params (string, PlanValue)[] inputs) => new()
    {
        Urn = Urn.Parse($"{Prefix}{type}::{name}"),
        Parent = Stack,
        Provider = type.StartsWith("kubernetes:", StringComparison.Ordinal) ? Cluster : Aws,
        Inputs = Map(inputs),
    };

    public static PlannedResource Under(this PlannedResource resource, PlannedResource parent) => resource with
    {
        Urn = Urn.Parse($"{Prefix}{parent.Urn.QualifiedType}${resource.Type}::{resource.Name}"),
        Parent = parent.Urn,
    };

    public static PlannedResource With(this PlannedResource resource, PlannedOptions options) => resource with { Options = options };

    public static PlannedResource After(this PlannedResource resource, params PlannedResource[] others) => resource with { Dependencies = [.. others.Select(static o => o.Urn)] };

    public static PlanValue Meta(string name, params (string, PlanValue)[] more) => Object([("name", Text(name)), ("namespace", Text("inference")), .. more]);

    public static PlanValue Unknown => PlanValue.Unknown.Instance;

    public static PlanValue Secret => PlanValue.Secret.Instance;
}
