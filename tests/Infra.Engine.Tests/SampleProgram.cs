using Pulumi;

namespace Infra.Engine.Tests;

/// <summary>A provider, a component and its two children, with an unknown, a secret, assets, options and dependencies.</summary>
internal static class SampleProgram
{
    public static Task<int> RunAsync() => Deployment.RunAsync(() =>
    {
        var config = new Config();
        var aws = new AwsProvider("aws", new AwsProviderArgs { Region = config.Require("region") });
        var store = new Store("models", new StoreArgs { Days = config.RequireInt32("days") }, config.RequireSecret("token"), new() { Providers = { aws } });
        Log.Warn("objects stay for ever", store.Bucket);
        return new Dictionary<string, object?>
        {
            ["arn"] = store.Bucket.Arn,
            ["name"] = store.Bucket.BucketName,
            ["token"] = Output.CreateSecret("never shown"),
            ["zones"] = new[] { "a", "b" },
        };
    });

    public sealed class AwsProviderArgs : ResourceArgs
    {
        [Input("region")]
        public Input<string>? Region { get; set; }
    }

    public sealed class AwsProvider(string name, AwsProviderArgs args) : ProviderResource("aws", name, args, null);

    public sealed class StoreArgs : ResourceArgs
    {
        [Input("days")]
        public int Days { get; set; }
    }

    public sealed class BucketArgs : ResourceArgs
    {
        [Input("tags")]
        private InputMap<string>? _tags;

        [Input("rules")]
        private InputList<double>? _rules;

        [Input("bucket")]
        public Input<string>? BucketName { get; set; }

        [Input("source")]
        public Input<AssetOrArchive>? Source { get; set; }

        public InputMap<string> Tags
        {
            get => _tags ??= [];
            set => _tags = value;
        }

        public InputList<double> Rules
        {
            get => _rules ??= [];
            set => _rules = value;
        }

        [Input("password")]
        public Input<string>? Password { get; set; }
    }

    public sealed class Bucket(string name, BucketArgs args, CustomResourceOptions options)
        : CustomResource("aws:s3/bucket:Bucket", name, args, options)
    {
        [Output("arn")]
        public Output<string> Arn { get; private set; } = null!;

        [Output("bucket")]
        public Output<string> BucketName { get; private set; } = null!;
    }

    public sealed class Store : ComponentResource
    {
        public Store(string name, StoreArgs args, Output<string> token, ComponentResourceOptions options)
            : base("p:index:Store", name, args, options)
        {
            Bucket = new Bucket(
                $"{name}-bucket",
                new BucketArgs { BucketName = "models-dev", Source = new StringAsset("hello"), Rules = { 1, 2.5 } },
                new CustomResourceOptions { Parent = this, Protect = true, IgnoreChanges = { "tags" }, Version = "7.48.0", CustomTimeouts = new() { Create = TimeSpan.FromMinutes(15) } });
            _ = new Bucket(
                $"{name}-copy",
                new BucketArgs
                {
                    Source = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["here"] = new FileAsset("here.txt"), ["gone"] = new FileArchive("gone.zip") }),
                    Tags = { ["source"] = Bucket.Arn, ["$secret"] = "a real key" },
                    Password = token,
                },
                new CustomResourceOptions { Parent = this, DependsOn = { Bucket }, DeletedWith = Bucket });
            RegisterOutputs();
        }

        public Bucket Bucket { get; }
    }
}
