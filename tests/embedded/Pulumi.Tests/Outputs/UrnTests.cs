namespace Pulumi.Tests.Outputs;

/// <summary><see cref="Urn"/>: building one, and its value semantics.</summary>
public sealed class UrnTests
{
    [Fact]
    public async Task A_urn_is_built_from_its_parts() =>
        Assert.Equal("urn:pulumi:s::p::t:m:R::n", await Urn.Create("n", "t:m:R", project: "p", stack: "s").ValueAsync());

    [Fact]
    public async Task The_type_of_the_parent_goes_in_front() =>
        Assert.Equal(
            "urn:pulumi:s::p::a:b:C$t:m:R::n",
            await Urn.Create("n", "t:m:R", parentUrn: "urn:pulumi:s::p::a:b:C::c", project: "p", stack: "s").ValueAsync());

    [Fact]
    public async Task Project_and_stack_default_to_those_of_the_run()
    {
        Output<string>? urn = null;
        await Mocked.RunAsync(() => urn = Urn.Create("n", "t:m:R"));

        Assert.Equal("urn:pulumi:dev::proj::t:m:R::n", await urn!.ValueAsync());
    }

    [Fact]
    public void A_urn_is_a_value()
    {
        var urn = new Urn("urn:pulumi:s::p::t:m:R::n");
        string text = urn;

        Assert.Equal("urn:pulumi:s::p::t:m:R::n", text);
        Assert.Equal(text, urn.ToString());
        Assert.True(urn == new Urn(text));
        Assert.True(urn != new Urn("urn:pulumi:s::p::t:m:R::other"));
    }
}
