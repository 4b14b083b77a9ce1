namespace Pulumi.Tests.Outputs;

/// <summary>Creating and removing secretness.</summary>
public sealed class SecretTests
{
    public static TheoryData<string, Output<string>> Secrets => new()
    {
        { "of a value", Output.CreateSecret("s") },
        { "of a task", Output.CreateSecret(Task.FromResult("s")) },
        { "of an output", Output.CreateSecret(Output.Create("s")) },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task A_secret(string kind, Output<string> secret)
    {
        Assert.Equal((kind, "s"), (kind, await secret.ValueAsync()));
        Assert.True(await secret.IsSecretAsync());
        Assert.True(await secret.IsKnownAsync());
    }

    [Fact]
    public async Task A_plain_output_is_not_secret()
    {
        Assert.False(await Output.Create("s").IsSecretAsync());
        Assert.False(await Output.Create(Task.FromResult("s")).IsSecretAsync());
        Assert.False(await Output<string>.Create(Task.FromResult("s")).IsSecretAsync());
    }

    [Fact]
    public async Task A_secret_of_an_unknown_is_both()
    {
        var secret = Output.CreateSecret(Unknown.String);

        Assert.Equal((false, true), (await secret.IsKnownAsync(), await secret.IsSecretAsync()));
    }

    [Fact]
    public async Task Unsecret_removes_the_secretness_only()
    {
        var plain = Output.Unsecret(Output.CreateSecret("s"));
        var unknown = Output.Unsecret(Output.CreateSecret(Unknown.String));

        Assert.Equal(("s", false), (await plain.ValueAsync(), await plain.IsSecretAsync()));
        Assert.Equal((false, false), (await unknown.IsKnownAsync(), await unknown.IsSecretAsync()));
    }

    [Fact]
    public async Task Unsecret_leaves_the_original_secret()
    {
        var secret = Output.CreateSecret("s");
        _ = Output.Unsecret(secret);

        Assert.True(await secret.IsSecretAsync());
    }
}
