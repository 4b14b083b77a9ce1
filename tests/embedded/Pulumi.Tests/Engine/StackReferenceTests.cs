using System.Collections.Immutable;
using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>Stack references whose stack's export is at hand.</summary>
public sealed class StackReferenceTests
{
    private static readonly ImmutableDictionary<string, object?> _outputs = ImmutableDictionary<string, object?>.Empty
        .Add("vpc", "vpc-1")
        .Add("zones", ImmutableArray.Create<object?>("a", "b"))
        .Add("token", new SecretValue(UnknownValue.Instance))
        .Add("password", new SecretValue("hunter2"))
        .Add("login", ImmutableDictionary<string, object?>.Empty.Add("user", "me").Add("key", new SecretValue(UnknownValue.Instance)))
        .Add("nothing", null);

    [Theory]
    [InlineData("dev", "organization/proj/dev")]
    [InlineData("acme/dev", "acme/proj/dev")]
    [InlineData("organization/dev", "organization/proj/dev")]
    [InlineData("acme/net/dev", "acme/net/dev")]
    [InlineData("a/b/c/d", "a/b/c/d")]
    public void Short_names_are_of_the_same_project(string name, string full) => Assert.Equal(full, ExportedStacks.FullName(name, "proj"));

    [Theory]
    [InlineData("dev")]
    [InlineData("organization/dev")]
    [InlineData("organization/proj/dev")]
    public async Task It_is_found_by_any_of_its_names(string name)
    {
        Output<object?>? vpc = null;
        await Run.SucceedAsync(() => vpc = new StackReference(name).GetOutput("vpc"), With("organization/proj/dev"));

        Assert.Equal(("vpc-1", true, false), (await vpc!.ValueAsync(), await vpc!.IsKnownAsync(), await vpc!.IsSecretAsync()));
    }

    [Fact]
    public async Task The_args_name_wins_over_the_resources()
    {
        Output<object>? vpc = null;
        await Run.SucceedAsync(() => vpc = new StackReference("network", new StackReferenceArgs { Name = "acme/net/dev" }).RequireOutput("vpc"), With("acme/net/dev"));

        Assert.Equal("vpc-1", await vpc!.ValueAsync());
    }

    [Fact]
    public async Task Another_stack_stays_unknown()
    {
        Output<object?>? vpc = null;
        await Run.SucceedAsync(() => vpc = new StackReference("acme/net/prod").GetOutput("vpc"), With("acme/net/dev"));

        Assert.False(await vpc!.IsKnownAsync());
    }

    [Theory]
    [InlineData("vpc", true, false)]
    [InlineData("zones", true, false)]
    [InlineData("token", false, true)]
    [InlineData("password", true, true)]
    [InlineData("login", false, true)]
    [InlineData("nothing", true, false)]
    public async Task A_secret_hides_nothing_but_itself(string name, bool isKnown, bool isSecret)
    {
        var (got, required) = await ReadAsync(reference => (reference.GetOutput(name), reference.RequireOutput(name)));

        Assert.Equal((isKnown, isSecret), (await got.IsKnownAsync(), await got.IsSecretAsync()));
        Assert.Equal((isKnown, isSecret), (await required.IsKnownAsync(), await required.IsSecretAsync()));
    }

    [Fact]
    public async Task What_is_missing_is_null_or_where_it_is_required_an_error()
    {
        var missing = await ReadAsync(reference => reference.GetOutput("nope"));
        var diagnostic = await Run.FailAsync(() => _ = new StackReference("acme/net/dev").RequireOutput("nope"), With("acme/net/dev"));

        Assert.Equal((null, true, false), (await missing.ValueAsync(), await missing.IsKnownAsync(), await missing.IsSecretAsync()));
        Assert.Equal("the program failed: KeyNotFoundException: Required output 'nope' does not exist on stack 'acme/net/dev'.", diagnostic.Message);
    }

    [Fact]
    public async Task The_values_may_be_awaited()
    {
        object? vpc = null, required = null, missing = null;
        StackReferenceOutputDetails? plain = null, secret = null, encrypted = null;
        await Run.SucceedAsync(async () =>
        {
            var reference = new StackReference("acme/net/dev");
            vpc = await reference.GetValueAsync("vpc");
            required = await reference.RequireValueAsync("vpc");
            missing = await reference.GetValueAsync("nope");
            plain = await reference.GetOutputDetailsAsync("vpc");
            secret = await reference.GetOutputDetailsAsync("password");
            encrypted = await reference.GetOutputDetailsAsync("token");
        }, With("acme/net/dev"));

        Assert.Equal(("vpc-1", "vpc-1", null), (vpc, required, missing));
        Assert.Equal(("vpc-1", null), (plain!.Value, plain.SecretValue));
        Assert.Equal((null, "hunter2"), (secret!.Value, secret.SecretValue));
        Assert.Equal((null, null), (encrypted!.Value, encrypted.SecretValue));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("token")]
    public async Task The_value_of_a_secret_may_not(string name)
    {
        var diagnostic = await FailAsync(reference => reference.GetValueAsync(name));

        Assert.Equal(
            "the program failed: InvalidOperationException: Cannot call 'GetOutputValueAsync' if the referenced stack has secret outputs. Use 'GetOutput' instead.",
            diagnostic.Message);
    }

    [Fact]
    public async Task A_name_that_comes_later_is_waited_for()
    {
        var vpc = await ReadAsync(reference => reference.GetOutput(Output.Create(Task.Run(() => "vpc"))));

        Assert.Equal("vpc-1", await vpc.ValueAsync());
    }

    [Fact]
    public async Task All_outputs_at_once_are_as_known_as_the_least_known()
    {
        var plain = _outputs.Remove("token").Remove("login");
        Output<ImmutableDictionary<string, object>>? some = null, all = null;
        Output<ImmutableArray<string>>? secret = null;
        await Run.SucceedAsync(
            () =>
            {
                some = new StackReference("acme/net/dev").Outputs;
                var reference = new StackReference("acme/net/prod");
                (all, secret) = (reference.Outputs, reference.SecretOutputNames);
            },
            Run.Options with
            {
                StackReferences = new Dictionary<string, ImmutableDictionary<string, object?>> { ["acme/net/dev"] = plain, ["acme/net/prod"] = _outputs },
            });

        Assert.Equal(("vpc-1", true), ((await some!.ValueAsync())["vpc"], await some!.IsSecretAsync()));
        Assert.False(await all!.IsKnownAsync());
        Assert.Equal(["login", "password", "token"], (await secret!.ValueAsync()).AsEnumerable());
    }

    [Fact]
    public async Task An_input_made_of_one_is_known_and_a_secret_stays_secret()
    {
        var result = await Run.SucceedAsync(
            () =>
            {
                var reference = new StackReference("acme/net/dev");
                _ = new Box("plain", new BoxArgs { Value = reference.RequireOutput("vpc").Apply(vpc => (string)vpc) });
                _ = new Box("secret", new BoxArgs { Value = reference.RequireOutput("token").Apply(token => (string)token) });
            },
            With("acme/net/dev"));

        Assert.Equal("{v: 'vpc-1'}", Tree.Of(result.Named("plain").Inputs));
        Assert.IsType<UnknownValue>(Assert.IsType<SecretValue>(result.Named("secret").Inputs["v"]).Value);
        Assert.Equal([result.Named("acme/net/dev").Urn], result.Named("plain").Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task A_rendered_plan_has_a_text_in_the_place_of_what_is_encrypted()
    {
        Output<object>? vpc = null, token = null;
        Output<object?>? missing = null;
        await Run.SucceedAsync(
            () =>
            {
                var reference = new StackReference("acme/net/dev");
                (vpc, token, missing) = (reference.RequireOutput("vpc"), reference.RequireOutput("token"), reference.GetOutput("nope"));
            },
            With("acme/net/dev") with { Mode = EngineMode.Rendered });

        Assert.Equal("vpc-1", await vpc!.ValueAsync());
        Assert.Equal(("redacted", true), (await token!.ValueAsync(), await token!.IsSecretAsync()));
        Assert.Null(await missing!.ValueAsync());
    }

    private static EngineOptions With(string stack) => Run.Options with
    {
        StackReferences = new Dictionary<string, ImmutableDictionary<string, object?>> { [stack] = _outputs },
    };

    private static async Task<T> ReadAsync<T>(Func<StackReference, T> read)
    {
        T? result = default;
        await Run.SucceedAsync(() => { result = read(new StackReference("acme/net/dev")); }, With("acme/net/dev"));
        return result!;
    }

    private static async Task<EngineDiagnostic> FailAsync(Func<StackReference, Task> read)
    {
        var result = await EmbeddedEngine.RunAsync(With("acme/net/dev"), () => Deployment.RunAsync(() => read(new StackReference("acme/net/dev"))));
        return Assert.Single(result.Diagnostics);
    }
}
