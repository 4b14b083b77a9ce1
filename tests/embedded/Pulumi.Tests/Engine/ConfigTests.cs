using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>Configuration and settings of a run in the engine.</summary>
public sealed class ConfigTests
{
    private static readonly EngineOptions _options = Run.Options with
    {
        Organization = "acme",
        RootDirectory = "/src",
        Config = new Dictionary<string, string> { ["proj:replicas"] = "3", ["other:name"] = "x" },
        EncryptedConfigKeys = ImmutableHashSet.Create("proj:token"),
    };

    [Fact]
    public async Task Values_are_read_by_namespace()
    {
        List<object?> seen = [];
        await Run.SucceedAsync(
            () => seen.AddRange([new Config().RequireInt32("replicas"), new Config("other").Get("name"), new Config().Get("missing")]),
            _options);

        Assert.Equal([3, "x", null], seen);
    }

    [Fact]
    public async Task An_encrypted_value_is_a_secret_unknown()
    {
        Output<string>? token = null;
        var result = await Run.SucceedAsync(() => _ = new Box("a", new BoxArgs { Value = token = new Config().RequireSecret("token") }), _options);

        Assert.True(await token!.IsSecretAsync());
        Assert.False(await token!.IsKnownAsync());
        Assert.Equal("{v: secret(unknown)}", Tree.Of(result.Named("a").Inputs));
    }

    [Fact]
    public async Task An_encrypted_value_can_not_be_read_plainly()
    {
        var error = await Run.FailAsync(() => new Config().Require("token"), _options);

        Assert.Equal(
            "Configuration 'proj:token' is encrypted, so its value can't be known in an embedded preview; read it as a secret (GetSecret or RequireSecret), which gives an unknown here",
            error.Message);
    }

    [Theory]
    [InlineData("GetSecretBoolean", "Boolean")]
    [InlineData("GetSecretInt32", "Int32")]
    [InlineData("RequireSecretDouble", "Double")]
    [InlineData("RequireSecretObject", "System.Int32[]")]
    public async Task A_secret_of_the_wrong_type_is_not_printed(string method, string expected)
    {
        var error = await Run.FailAsync(
            () => _ = method switch
            {
                "GetSecretBoolean" => (object?)new Config().GetSecretBoolean("password"),
                "GetSecretInt32" => new Config().GetSecretInt32("password"),
                "RequireSecretDouble" => new Config().RequireSecretDouble("password"),
                _ => new Config().RequireSecretObject<int[]>("password"),
            },
            _options with { Config = new Dictionary<string, string> { ["proj:password"] = "hunter2" } });

        Assert.Equal(new EngineDiagnostic(EngineSeverity.Error, $"Configuration 'proj:password' value [secret] is not a valid {expected}", Urn: null), error);
    }

    [Fact]
    public async Task The_deployment_tells_the_settings()
    {
        List<object> seen = [];
        await Run.SucceedAsync(
            () =>
            {
                var instance = Deployment.Instance;
                seen.AddRange([instance.OrganizationName, instance.ProjectName, instance.StackName, instance.RootDirectory, instance.IsDryRun]);
            },
            _options);

        Assert.Equal(["acme", "proj", "dev", "/src", true], seen);
    }

    [Fact]
    public async Task Runs_side_by_side_do_not_mix()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Run.Async(
            () => _ = new Box($"box-{i}", new BoxArgs { Value = new Config().Require("i") }),
            Run.Options with { Config = new Dictionary<string, string> { ["proj:i"] = $"{i}" } }))));

        Assert.Equal(
            Enumerable.Range(0, 16).Select(i => $"box-{i} {{v: '{i}'}}"),
            results.Select(result => $"{result.Resources[1].Name} {Tree.Of(result.Resources[1].Inputs)}"));
    }
}
