namespace Pulumi.Tests.Outputs;

/// <summary><c>Apply</c>: what callbacks may return, when they run, and what the result inherits.</summary>
public sealed class ApplyTests
{
    private static readonly Output<string> _source = Output.Create("ab");

    public static TheoryData<string, Output<int>> Results => new()
    {
        { "value", _source.Apply(text => text.Length) },
        { "task", _source.Apply(text => Task.FromResult(text.Length)) },
        { "asynchronous callback", _source.Apply(async text => { await Task.Yield(); return text.Length; }) },
        { "output", _source.Apply(text => Output.Create(text.Length)) },
        { "input", _source.Apply(text => (Input<int>)text.Length) },
        { "untyped", _source.UntypedApply(value => Output.Create(((string)value!).Length)) },
        { "through an input", ((Input<string>)"ab").Apply(text => text.Length) },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task Result_of_a_callback_that_returns(string kind, Output<int> result)
    {
        Assert.Equal((kind, 2), (kind, await result.ValueAsync()));
        Assert.True(await result.IsKnownAsync());
        Assert.False(await result.IsSecretAsync());
    }

    [Fact]
    public async Task A_callback_that_returns_no_output_gives_the_default()
    {
        var result = _source.Apply(_ => (Output<int>?)null);

        Assert.True(await result.IsKnownAsync());
        Assert.Equal(0, await result.ValueAsync());
    }

    [Fact]
    public async Task A_callback_that_returns_a_plain_task_is_awaited()
    {
        var done = false;
        var result = _source.Apply(async _ =>
        {
            await Task.Yield();
            done = true;
        });

        Assert.Equal(ValueTuple.Create(), await result.ValueAsync());
        Assert.True(done);
    }

    [Fact]
    public async Task A_callback_is_skipped_for_an_unknown_and_the_result_is_unknown()
    {
        var called = false;
        var result = Unknown.String.Apply(text => called = true);

        Assert.False(await result.IsKnownAsync());
        Assert.False(called);
    }

    [Fact]
    public async Task An_unknown_reads_as_the_default_value()
    {
        Assert.Null(await Unknown.String.ValueAsync());
        Assert.Equal(0, await OutputUtilities.CreateUnknown(5).ValueAsync());
    }

    [Fact]
    public async Task The_factory_of_an_unknown_is_never_called()
    {
        var called = false;
        var unknown = OutputUtilities.CreateUnknown(() =>
        {
            called = true;
            return Task.FromResult("x");
        });

        Assert.False(await unknown.IsKnownAsync());
        Assert.False(called);
    }

    [Fact]
    public async Task Secretness_passes_through_and_survives_unknown()
    {
        Assert.True(await Output.CreateSecret("s").Apply(text => text.Length).IsSecretAsync());
        Assert.True(await Output.CreateSecret(Unknown.String).Apply(text => text.Length).IsSecretAsync());
    }

    [Fact]
    public async Task An_inner_secret_makes_the_result_secret_and_an_inner_unknown_unknown()
    {
        Assert.True(await _source.Apply(_ => Output.CreateSecret("s")).IsSecretAsync());
        Assert.False(await _source.Apply(_ => Unknown.String).IsKnownAsync());
    }

    [Fact]
    public async Task A_callback_that_throws_faults_the_output()
    {
        var result = _source.Apply<int>((Func<string, int>)(_ => throw new InvalidOperationException("boom")));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => result.ValueAsync());
        Assert.Equal("boom", exception.Message);
    }
}
