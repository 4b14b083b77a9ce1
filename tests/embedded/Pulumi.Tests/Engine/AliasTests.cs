namespace Pulumi.Tests.Engine;

/// <summary>Every URN that a resource may have had: by its own aliases, by those of its ancestors, and by both.</summary>
public sealed class AliasTests
{
    private const string Project = "urn:pulumi:dev::proj::";

    public static TheoryData<string, Alias, string> Parts => new()
    {
        { "name", new Alias { Name = "old" }, Project + "test:index:Group$test:index:Box::old" },
        { "type", new Alias { Type = "test:index:Crate" }, Project + "test:index:Group$test:index:Crate::box" },
        { "no parent", new Alias { NoParent = true }, Project + "test:index:Box::box" },
        { "the URN of a parent", new Alias { ParentUrn = Project + "a:b:C$d:e:F::g" }, Project + "a:b:C$d:e:F$test:index:Box::box" },
        { "the stack as the parent", new Alias { ParentUrn = Project + "pulumi:pulumi:Stack::proj-dev" }, Project + "test:index:Box::box" },
        { "no parent, in another project and stack", new Alias { NoParent = true, Project = "p", Stack = "s" }, "urn:pulumi:s::p::test:index:Box::box" },
        { "a whole URN", new Alias { Urn = "urn:pulumi:s::p::a:b:C::d" }, "urn:pulumi:s::p::a:b:C::d" },
        { "a part that is an output", new Alias { Name = Output.Create("late") }, Project + "test:index:Group$test:index:Box::late" },
        { "an unknown part is as if it weren't given", new Alias { Name = Unknown.String, Type = "test:index:Crate" }, Project + "test:index:Group$test:index:Crate::box" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Own_alias_by(string part, Alias alias, string urn)
    {
        var result = await Run.SucceedAsync(() => _ = new Box("box", null, new CustomResourceOptions { Parent = new Group("g"), Aliases = { alias } }));

        Assert.Equal((part, urn), (part, Assert.Single(result.Named("box").Options.Aliases)));
    }

    [Fact]
    public async Task An_unknown_alias_is_left_out()
    {
        var result = await Run.SucceedAsync(() => _ = new Box("box", null, new CustomResourceOptions
        {
            Aliases = { new Alias { Name = "known" }, OutputUtilities.CreateUnknown(new Alias { Name = "never seen" }) },
        }));

        Assert.Equal([Project + "test:index:Box::known"], result.Named("box").Options.Aliases.AsEnumerable());
    }

    [Fact]
    public async Task A_child_follows_its_parent_and_a_name_made_of_the_parents_follows_the_parents_old_name()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var group = new Group("new", new ComponentResourceOptions { Aliases = { new Alias { Name = "old" }, new Alias { Type = "test:index:Team" } } });
            _ = new Box("new-box", null, new CustomResourceOptions { Parent = group });
            _ = new Box("other", null, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal([Project + "test:index:Group::old", Project + "test:index:Team::new"], result.Named("new").Options.Aliases.AsEnumerable());
        Assert.Equal(
            [Project + "test:index:Group$test:index:Box::old-box", Project + "test:index:Team$test:index:Box::new-box"],
            result.Named("new-box").Options.Aliases.AsEnumerable());
        Assert.Equal(
            [Project + "test:index:Group$test:index:Box::other", Project + "test:index:Team$test:index:Box::other"],
            result.Named("other").Options.Aliases.AsEnumerable());
    }

    [Fact]
    public async Task Own_aliases_and_those_of_the_parent_are_multiplied_out()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var group = new Group("g", new ComponentResourceOptions { Aliases = { new Alias { Name = "h" } } });
            _ = new Box("box", null, new CustomResourceOptions { Parent = group, Aliases = { new Alias { Name = "crate" }, new Alias { Type = "test:index:Crate" } } });
        });

        Assert.Equal(
            [
                Project + "test:index:Group$test:index:Box::crate",
                Project + "test:index:Group$test:index:Crate::box",
                Project + "test:index:Group$test:index:Box::box",
            ],
            result.Named("box").Options.Aliases.AsEnumerable());
    }

    [Fact]
    public async Task Grandchildren_follow_too()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Aliases = { new Alias { Type = "test:index:Old" } } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Box("box", null, new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal([Project + "test:index:Old$test:index:Group$test:index:Box::box"], result.Named("box").Options.Aliases.AsEnumerable());
    }

    [Fact]
    public async Task A_parent_named_by_an_alias_may_have_had_another_name_itself()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var former = new Group("former", new ComponentResourceOptions { Aliases = { new Alias { Type = "test:index:Old" } } });
            _ = new Box("box", null, new CustomResourceOptions { Aliases = { new Alias { Parent = former } } });
        });

        Assert.Equal(
            [Project + "test:index:Group$test:index:Box::box", Project + "test:index:Old$test:index:Box::box"],
            result.Named("box").Options.Aliases.AsEnumerable());
    }

    [Theory]
    [InlineData(true, false, "Alias should not specify both Urn and Name")]
    [InlineData(false, true, "Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias")]
    [InlineData(false, false, "invalid alias URN: invalid URN \"old\"")]
    public async Task An_alias_that_says_no_one_thing_is_refused(bool urnAndName, bool twoParents, string message)
    {
        var alias = urnAndName ? new Alias { Urn = Project + "a:b:C::d", Name = "old" }
            : twoParents ? new Alias { NoParent = true, ParentUrn = Project + "a:b:C::d" }
            : new Alias { Urn = "old" };

        var error = await Run.FailAsync(() => _ = new Box("box", null, new CustomResourceOptions { Aliases = { alias } }));

        Assert.Equal((message, Project + "test:index:Box::box"), (error.Message, error.Urn));
    }
}
