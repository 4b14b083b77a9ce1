namespace Pulumi.Tests.Outputs;

/// <summary><c>Output.Format</c> and <c>Output.ToString</c>.</summary>
public sealed class FormatTests
{
    [Fact]
    public async Task Outputs_inputs_and_plain_values_are_filled_in()
    {
        Input<int> port = 8080;

        Assert.Equal("http://host:8080/path", await Output.Format($"http://{Output.Create("host")}:{port}/{"path"}").ValueAsync());
    }

    [Fact]
    public async Task The_culture_is_invariant_and_format_strings_are_honoured() =>
        Assert.Equal("1.5 007", await Output.Format($"{Output.Create(1.5)} {Output.Create(7):D3}").ValueAsync());

    [Fact]
    public async Task Null_is_empty() => Assert.Equal("<>", await Output.Format($"<{Output.Create((string?)null)}>").ValueAsync());

    [Fact]
    public async Task Without_arguments_it_is_the_text() => Assert.Equal("text", await Output.Format($"text").ValueAsync());

    [Fact]
    public async Task One_unknown_makes_the_text_unknown() => Assert.False(await Output.Format($"a{Unknown.String}").IsKnownAsync());

    [Fact]
    public async Task One_secret_makes_the_text_secret()
    {
        var text = Output.Format($"a{Output.CreateSecret("s")}");

        Assert.Equal(("as", true), (await text.ValueAsync(), await text.IsSecretAsync()));
    }

    [Fact]
    public async Task ToString_gives_advice_instead_of_the_value()
    {
        var text = await Mocked.ReadAsync(() => Output.CreateSecret("hunter2").ToString());

        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }
}
