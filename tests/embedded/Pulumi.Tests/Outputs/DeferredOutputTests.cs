namespace Pulumi.Tests.Outputs;

/// <summary><see cref="DeferredOutput{T}"/>: an output whose source is given later, once.</summary>
public sealed class DeferredOutputTests
{
    [Fact]
    public async Task It_becomes_what_it_is_resolved_to()
    {
        var deferred = new DeferredOutput<string>();
        var read = deferred.Output.ValueAsync();
        Assert.False(read.IsCompleted);

        deferred.Resolve(Output.CreateSecret("s"));

        Assert.Equal("s", await read);
        Assert.True(await deferred.Output.IsSecretAsync());
    }

    [Fact]
    public void It_is_resolved_once()
    {
        var deferred = new DeferredOutput<string>();
        deferred.Resolve(Output.Create("a"));

        var exception = Assert.Throws<InvalidOperationException>(() => deferred.Resolve(Output.Create("b")));
        Assert.Equal("DeferredOutput can only be resolved once.", exception.Message);
    }
}
