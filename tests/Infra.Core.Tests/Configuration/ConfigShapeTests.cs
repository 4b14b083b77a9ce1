using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Core.Tests.Configuration;

/// <summary>The data that the schema and the documentation are made of is what the binder binds by.</summary>
public sealed class ConfigShapeTests
{
    private static readonly ConfigShape.Record _pool = Assert.IsType<ConfigShape.Record>(ConfigShape.Of<SamplePool>());

    [Theory]
    [InlineData("name", "Text, required")]
    [InlineData("instanceTypes", "List of Text, required")]
    [InlineData("capacity", "Record")]
    [InlineData("rootVolume", "Scalar")]
    [InlineData("reserved", "Scalar, or null")]
    [InlineData("labels", "Map of Text")]
    [InlineData("version", "Text, or null")]
    [InlineData("legacy", "Flag")]
    [InlineData("spotShare", "Number")]
    [InlineData("ports", "List of WholeNumber")]
    public void A_key_says_what_it_takes(string name, string expected)
    {
        var key = Key(name);

        Assert.Equal(expected, $"{Kind(key.Shape)}{(key.IsRequired ? ", required" : "")}{(key.AllowsNull ? ", or null" : "")}");
    }

    [Fact]
    public void Keys_are_in_the_order_of_the_record() => Assert.Equal(
        ["name", "instanceTypes", "capacity", "rootVolume", "reserved", "grace", "labels", "comment", "version", "legacy", "spotShare", "ports"],
        _pool.Keys.Select(key => key.Name));

    [Fact]
    public void Defaults_are_the_initialisers()
    {
        Assert.Equal(ByteSize.FromGibibytes(100), Key("rootVolume").Default);
        Assert.Equal(0.5, Key("spotShare").Default);
        Assert.Equal("none", Key("comment").Default);
        Assert.Null(Key("version").Default);
    }

    [Fact]
    public void Constraints_are_those_of_the_property()
    {
        Assert.Equal([typeof(MatchesAttribute), typeof(MaxLengthAttribute)], Key("name").Constraints.Select(constraint => constraint.GetType()));
        Assert.True(Assert.Single(Key("ports").Constraints).AppliesTo(typeof(int)));
        Assert.Equal(typeof(ImmutableArray<int>), Key("ports").Shape.Type);
    }

    [Fact]
    public void Choices_are_by_wire_name() => Assert.Equal(
        [new ConfigChoice("onDemand", "OnDemand"), new ConfigChoice("spot", "Spot"), new ConfigChoice("capacity-block", "CapacityBlock")],
        Assert.IsType<ConfigShape.OneOf>(ConfigShape.Of<SampleKind>()).Choices.ToArray());

    [Fact]
    public void A_scalar_has_its_form_and_pattern() =>
        Assert.Equal(new ConfigShape.Scalar(typeof(CpuQuantity), CpuQuantity.AllowedForm, CpuQuantity.Pattern), ConfigShape.Of<CpuQuantity>());

    [Fact]
    public void A_record_may_hold_a_list_of_itself()
    {
        var children = Assert.Single(Assert.IsType<ConfigShape.Record>(ConfigShape.Of<Tree>()).Keys);

        Assert.Equal(typeof(Tree), Assert.IsType<ConfigShape.List>(children.Shape).Entries.Type);
    }

    private static ConfigKey Key(string name) => _pool.Keys.Single(key => key.Name == name);

    private static string Kind(ConfigShape shape) => shape switch
    {
        ConfigShape.List list => $"List of {Kind(list.Entries)}",
        ConfigShape.Map map => $"Map of {Kind(map.Entries)}",
        _ => shape.GetType().Name,
    };

    internal sealed record Tree
    {
        public ImmutableArray<Tree> Children { get; init; } = [];
    }
}
