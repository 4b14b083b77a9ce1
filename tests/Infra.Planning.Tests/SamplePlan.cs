using Infra.Planning.Model;

namespace Infra.Planning.Tests;

/// <summary>A stack, a provider, a component with two children, and every kind of value.</summary>
internal static class SamplePlan
{
    public static readonly Urn Stack = Urn.Parse("urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev");
    public static readonly Urn Provider = Urn.Parse("urn:pulumi:dev::gpu-inference::pulumi:providers:aws::aws");
    public static readonly Urn Models = Urn.Parse("urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket::models");
    public static readonly Urn Bucket = Urn.Parse("urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucket:Bucket::models-bucket");
    public static readonly Urn Policy = Urn.Parse("urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucketPolicy:BucketPolicy::models-policy");

    public static Plan Create() => new()
    {
        Project = "gpu-inference",
        Stack = "dev",
        Resources =
        [
            new PlannedResource
            {
                Urn = Stack,
                Outputs = Map(("bucket", PlanValue.Unknown.Instance), ("token", PlanValue.Secret.Instance), ("url", Text("http://models"))),
            },
            new PlannedResource { Urn = Provider, Parent = Stack, Inputs = Map(("region", Text("eu-west-1"))) },
            new PlannedResource { Urn = Models, Parent = Stack, Inputs = Map(("days", Number(30)), ("share", Number(0.25))) },
            new PlannedResource
            {
                Urn = Bucket,
                Parent = Models,
                Provider = Provider,
                Inputs = Map(
                    ("tags", Object(("b", Text("2")), ("a", Text("1")), ("B", PlanValue.Null.Instance))),
                    ("flags", List(new PlanValue.Bool(true), new PlanValue.Bool(false)))),
                Options = new PlannedOptions
                {
                    Protect = true,
                    RetainOnDelete = false,
                    IgnoreChanges = ["tags"],
                    Version = "7.48.0",
                    CustomTimeouts = new PlannedTimeouts { Create = TimeSpan.FromMinutes(10), Delete = TimeSpan.FromSeconds(1.5) },
                },
            },
            new PlannedResource
            {
                Urn = Policy,
                Parent = Models,
                Provider = Provider,
                Inputs = Map(
                    ("bucket", PlanValue.Unknown.Instance),
                    ("policy", Object(("$secret", Text("a real key")), ("deep", List(PlanValue.Secret.Instance))))),
                Dependencies = [Bucket],
                Options = new PlannedOptions { DeletedWith = Bucket },
            },
        ],
    };

    public static PlanValue Text(string text) => new PlanValue.String(text);

    public static PlanValue Number(double number) => new PlanValue.Number(number);

    public static PlanValue List(params ReadOnlySpan<PlanValue> items) => new PlanValue.List(ValueListBuilder.Create(items));

    public static PlanValue Object(params (string Key, PlanValue Value)[] properties) => new PlanValue.Object(Map(properties));

    public static ValueMap Map(params (string Key, PlanValue Value)[] properties) =>
        ValueMap.Create(properties.Select(p => KeyValuePair.Create(p.Key, p.Value)));
}
