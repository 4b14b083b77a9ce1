using System.Text.Json;

namespace Pulumi.Tests.Deployments;

/// <summary>"Config": where values come from, types, messages, secretness.</summary>
[Collection(ProcessWideState.Name)]
public sealed class ConfigTests : IDisposable
{
    private const string Variable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private readonly string? _config = Environment.GetEnvironmentVariable(Variable);
    private readonly string? _secretKeys = Environment.GetEnvironmentVariable(SecretKeysVariable);

    public ConfigTests()
    {
        Environment.SetEnvironmentVariable(Variable, """
            {
              "proj:name": "web", "proj:empty": "", "proj:replicas": "3", "proj:ratio": "0.5", "proj:on": "true", "proj:off": "false", "proj:On": "True",
              "proj:config:normalised": "n", "proj:obj": "{\"Name\":\"x\",\"Size\":2}", "proj:lower": "{\"name\":\"x\",\"size\":2}", "proj:broken": "{",
              "proj:pw": "hunter2", "other:name": "theirs", "noproject": "x"
            }
            """);
        Environment.SetEnvironmentVariable(SecretKeysVariable, """["proj:pw"]""");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _config);
        Environment.SetEnvironmentVariable(SecretKeysVariable, _secretKeys);
    }

    [Fact]
    public async Task Values_are_read_by_type()
    {
        var (name, empty, replicas, ratio, on, off) = await ReadAsync(config => (
            config.Get("name"), config.Get("empty"), config.GetInt32("replicas"), config.GetDouble("ratio"), config.GetBoolean("on"), config.GetBoolean("off")));

        Assert.Equal(("web", "", 3, 0.5, true, false), (name, empty, replicas, ratio, on, off));
    }

    [Fact]
    public async Task Values_are_required_by_type()
    {
        var (name, replicas, ratio, on) = await ReadAsync(config => (
            config.Require("name"), config.RequireInt32("replicas"), config.RequireDouble("ratio"), config.RequireBoolean("on")));

        Assert.Equal(("web", 3, 0.5, true), (name, replicas, ratio, on));
    }

    [Fact]
    public async Task Missing_values_are_null()
    {
        var missing = await ReadAsync(config => new object?[]
        {
            config.Get("nope"), config.GetInt32("nope"), config.GetDouble("nope"), config.GetBoolean("nope"), config.GetObject<Shoe>("nope"),
            config.GetSecret("nope"), config.GetSecretInt32("nope"), config.GetSecretBoolean("nope"), config.GetSecretObject<Shoe>("nope"),
        });

        Assert.All(missing, Assert.Null);
    }

    [Fact]
    public async Task The_old_form_of_a_key_is_normalised() =>
        Assert.Equal("n", await ReadAsync(config => config.Get("normalised")));

    [Theory]
    [InlineData("other")]
    [InlineData("other:config")]
    public async Task A_name_reads_another_namespace(string name) =>
        Assert.Equal("theirs", await Mocked.ReadAsync(() => new Config(name).Get("name")));

    [Fact]
    public async Task The_variable_is_read_anew_by_each_run()
    {
        Environment.SetEnvironmentVariable(Variable, """{"proj:name": "changed"}""");

        Assert.Equal("changed", await ReadAsync(config => config.Get("name")));
    }

    [Fact]
    public async Task Without_the_variable_there_are_no_values()
    {
        Environment.SetEnvironmentVariable(Variable, null);

        Assert.Null(await ReadAsync(config => config.Get("name")));
    }

    [Fact]
    public async Task A_missing_required_value_is_refused_with_the_command_that_sets_it()
    {
        var requires = new Func<Config, object>[]
        {
            config => config.Require("nope"), config => config.RequireInt32("nope"), config => config.RequireDouble("nope"), config => config.RequireBoolean("nope"),
            config => config.RequireObject<Shoe>("nope"), config => config.RequireSecret("nope"), config => config.RequireSecretObject<Shoe>("nope"),
        };
        var thrown = await ReadAsync(config => requires.Select(require => Assert.ThrowsAny<RunException>(() => require(config))).ToList());

        Assert.All(thrown, exception =>
        {
            Assert.Equal("Pulumi.Config+ConfigMissingException", exception.GetType().FullName);
            Assert.Equal(
                "Missing Required configuration variable 'proj:nope'\n\tplease set a value using the command `pulumi config set proj:nope <value>`",
                exception.Message);
        });
    }

    [Fact]
    public async Task A_missing_required_value_fails_the_run_with_the_same_message()
    {
        var exception = await Mocked.FailAsync(() => new Config().Require("nope"));

        Assert.Equal(
            "Missing Required configuration variable 'proj:nope'\n\tplease set a value using the command `pulumi config set proj:nope <value>`",
            exception.Message);
    }

    public static TheoryData<Func<Config, object?>, string> WrongTypes => new()
    {
        { config => config.GetInt32("on"), "Configuration 'proj:on' value 'true' is not a valid Int32" },
        { config => config.GetInt32("ratio"), "Configuration 'proj:ratio' value '0.5' is not a valid Int32" },
        { config => config.RequireInt32("empty"), "Configuration 'proj:empty' value '' is not a valid Int32" },
        { config => config.GetDouble("name"), "Configuration 'proj:name' value 'web' is not a valid Double" },
        { config => config.GetBoolean("On"), "Configuration 'proj:On' value 'True' is not a valid Boolean" },
        { config => config.GetBoolean("replicas"), "Configuration 'proj:replicas' value '3' is not a valid Boolean" },
        { config => config.GetObject<Shoe>("broken"), "Configuration 'proj:broken' value '{' is not a valid Pulumi.Tests.Deployments.ConfigTests+Shoe" },
    };

    [Theory]
    [MemberData(nameof(WrongTypes))]
    public async Task A_value_of_another_type_is_refused(Func<Config, object?> read, string message)
    {
        var exception = await ReadAsync(config => Assert.ThrowsAny<RunException>(() => read(config)));

        Assert.Equal(("Pulumi.Config+ConfigTypeException", message), (exception.GetType().FullName, exception.Message));
    }

    [Fact]
    public async Task Secret_getters_always_give_secrets_whatever_the_secret_keys_say()
    {
        var (name, pw, replicas) = await ReadAsync(config => (config.GetSecret("name")!, config.RequireSecret("pw"), config.RequireSecretInt32("replicas")));

        Assert.True(await name.IsSecretAsync());
        Assert.True(await pw.IsSecretAsync());
        Assert.True(await replicas.IsSecretAsync());
        Assert.Equal(("web", "hunter2", 3), (await name.ValueAsync(), await pw.ValueAsync(), await replicas.ValueAsync()));
    }

    [Fact]
    public async Task Plain_getters_always_give_the_plain_value_whatever_the_secret_keys_say() =>
        Assert.Equal("hunter2", await ReadAsync(config => config.Get("pw")));

    [Fact]
    public async Task Objects_are_read_by_exact_property_names()
    {
        var (exact, lower) = await ReadAsync(config => (config.RequireObject<Shoe>("obj"), config.RequireObject<Shoe>("lower")));

        Assert.Equal((new Shoe("x", 2), new Shoe(null, 0)), (exact, lower));
    }

    [Fact]
    public async Task Serializer_options_may_be_given()
    {
        var options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true };

        Assert.Equal(new Shoe("x", 2), await ReadAsync(config => config.RequireObject<Shoe>("lower", options)));
    }

    [Fact]
    public async Task A_secret_object_is_secret()
    {
        var shoe = await ReadAsync(config => config.RequireSecretObject<Shoe>("obj"));

        Assert.True(await shoe.IsSecretAsync());
        Assert.Equal(new Shoe("x", 2), await shoe.ValueAsync());
    }

    [Fact]
    public async Task An_unset_secret_as_an_input_throws_the_null_trap() =>
        Assert.NotNull(await ReadAsync(config => Assert.Throws<ArgumentNullException>(() => new BoxArgs { Other = config.GetSecret("nope")! })));

    private static Task<T> ReadAsync<T>(Func<Config, T> read) => Mocked.ReadAsync(() => read(new Config()));

    private sealed record Shoe(string? Name, int Size);
}
