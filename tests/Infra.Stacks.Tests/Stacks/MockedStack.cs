using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>The program under Pulumi's mocks, and what it registered.</summary>
internal sealed class MockedStack : IMocks
{
    public const string Endpoint = "https://cluster.invalid";
    public const string ServiceCidr = "10.100.0.0/16";
    public const string CertificateAuthority = "Q0E=";

    private readonly List<MockResourceArgs> _resources = [];

    /// <summary>Outputs of every stack that is referred to; texts where a test says nothing, as a rendering invents them.</summary>
    public ImmutableDictionary<string, object> Referenced { get; init; } =
        ImmutableDictionary<string, object>.Empty.Add("layer", "invented").Add("buckets", "invented").Add("bucketKeys", "invented");

    public IReadOnlyList<MockResourceArgs> Resources => _resources;

    public IDictionary<string, object?> Outputs { get; private set; } = new Dictionary<string, object?>();

    public static Task<MockedStack> OfAsync(string environment) => OfAsync(environment, ShippedConfig.Of(environment));

    public static async Task<MockedStack> OfAsync(string environment, JsonObject config)
    {
        var stack = new MockedStack();
        await stack.RunAsync(environment, config);
        return stack;
    }

    public async Task RunAsync(string environment, JsonObject config)
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", config.ToJsonString());
        try
        {
            var options = new TestOptions { ProjectName = "gpu-inference", StackName = environment, IsPreview = false };
            Outputs = (await Deployment.TestAsync(this, options, PlatformProgram.Declare)).Outputs;
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
            Environment.ExitCode = 0;
        }
    }

    public MockResourceArgs Single(string type) => Assert.Single(_resources, resource => resource.Type == type);

    public MockResourceArgs Single(string type, string name) => Assert.Single(_resources, resource => resource.Type == type && resource.Name == name);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_resources)
        {
            _resources.Add(args);
        }

        if (args.Type == "pulumi:pulumi:StackReference")
        {
            return Task.FromResult<(string?, object)>(("referenced", args.Inputs.SetItem("outputs", Referenced).SetItem("secretOutputNames", ImmutableArray<string>.Empty)));
        }

        // What AWS makes up and others read.
        var state = args.Inputs.SetItem("arn", $"arn:{args.Name}").SetItem("latestVersion", 1).SetItem("url", $"https://{args.Name}.invalid").SetItem("name", args.Inputs.GetValueOrDefault("name") ?? args.Name!);
        if (args.Type == "aws:eks/cluster:Cluster")
        {
            state = state.SetItem("kubernetesNetworkConfig", ImmutableDictionary<string, object>.Empty.Add("serviceIpv4Cidr", ServiceCidr));
            state = state.SetItem("endpoint", Endpoint).SetItem("certificateAuthority", ImmutableDictionary<string, object>.Empty.Add("data", CertificateAuthority));
        }

        if (args.Type == "aws:elasticache/serverlessCache:ServerlessCache")
        {
            state = state.SetItem("endpoints", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("address", $"{args.Name}.invalid").Add("port", 6379)));
        }

        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Type!.StartsWith("aws:", StringComparison.Ordinal) ? state : args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Assert.Equal("aws:eks/getCluster:getCluster", args.Token);
        return Task.FromResult<object>(ImmutableDictionary<string, object>.Empty
            .Add("endpoint", Endpoint)
            .Add("vpcConfig", ImmutableDictionary<string, object>.Empty.Add("vpcId", "vpc-1").Add("clusterSecurityGroupId", "sg-0c"))
            .Add("certificateAuthorities", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("data", CertificateAuthority))));
    }
}
