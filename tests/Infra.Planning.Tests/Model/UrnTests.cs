using Infra.Planning.Model;

namespace Infra.Planning.Tests.Model;

public class UrnTests
{
    [Fact]
    public void A_urn_has_its_parts()
    {
        var urn = Urn.Parse("urn:pulumi:dev::gpu-inference::a:index:Outer$a:index:Inner$kubernetes:apps/v1:Deployment::a::b");

        Assert.Equal("dev", urn.Stack);
        Assert.Equal("gpu-inference", urn.Project);
        Assert.Equal("a:index:Outer$a:index:Inner$kubernetes:apps/v1:Deployment", urn.QualifiedType);
        Assert.Equal("kubernetes:apps/v1:Deployment", urn.Type);
        Assert.Equal("a::b", urn.Name);
        Assert.Equal("urn:pulumi:dev::gpu-inference::a:index:Outer$a:index:Inner$kubernetes:apps/v1:Deployment::a::b", urn.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("urn:aws:dev::p::t::n")]
    [InlineData("URN:pulumi:dev::p::t::n")]
    [InlineData("urn:pulumi:dev::p::t")]
    [InlineData("urn:pulumi:dev::p::t::")]
    [InlineData("urn:pulumi:::p::t::n")]
    [InlineData("urn:pulumi:dev::p::a$$b::n")]
    [InlineData("urn:pulumi:dev::p::$b::n")]
    public void What_lacks_a_part_is_refused(string text)
    {
        Assert.False(Urn.TryParse(text, out _));

        var refused = Assert.Throws<FormatException>(() => Urn.Parse(text));
        Assert.Equal($"'{text}' is not a URN; it must read urn:pulumi:STACK::PROJECT::TYPE::NAME", refused.Message);
    }
}
