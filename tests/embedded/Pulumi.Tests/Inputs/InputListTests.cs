namespace Pulumi.Tests.Inputs;

/// <summary><see cref="InputList{T}"/>: adding, joining, conversions, enumeration.</summary>
public sealed class InputListTests
{
    public static TheoryData<string, InputList<string>> Conversions => new()
    {
        { "T[]", new[] { "a", "b" } },
        { "Output<T>[]", new[] { Output.Create("a"), Output.Create("b") } },
        { "Input<T>[]", new Input<string>[] { "a", "b" } },
        { "List<T>", new List<string> { "a", "b" } },
        { "List<Output<T>>", new List<Output<string>> { Output.Create("a"), Output.Create("b") } },
        { "List<Input<T>>", new List<Input<string>> { "a", "b" } },
        { "ImmutableArray<T>", ImmutableArray.Create("a", "b") },
        { "ImmutableArray<Output<T>>", ImmutableArray.Create(Output.Create("a"), Output.Create("b")) },
        { "ImmutableArray<Input<T>>", ImmutableArray.Create<Input<string>>("a", "b") },
        { "Output<T[]>", Output.Create(new[] { "a", "b" }) },
        { "Output<List<T>>", Output.Create(new List<string> { "a", "b" }) },
        { "Output<IEnumerable<T>>", Output.Create(new[] { "a", "b" }.AsEnumerable()) },
        { "Output<ImmutableArray<T>>", Output.Create(ImmutableArray.Create("a", "b")) },
        { "initializer", new InputList<string> { "a", Output.Create("b") } },
        { "nested initializer", new InputList<string> { new InputList<string> { "a", "b" } } },
    };

    public static TheoryData<string, InputList<string>> Singles => new()
    {
        { "T", "a" },
        { "Output<T>", Output.Create("a") },
        { "Input<T>", (Input<string>)"a" },
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public async Task Two_elements_from(string kind, InputList<string> list) =>
        Assert.Equal((kind, "a,b"), (kind, await TextAsync(list)));

    [Theory]
    [MemberData(nameof(Singles))]
    public async Task One_element_from(string kind, InputList<string> list) =>
        Assert.Equal((kind, "a"), (kind, await TextAsync(list)));

    [Fact]
    public async Task Add_appends_one_or_many()
    {
        var list = new InputList<string> { "a" };
        list.Add("b", Output.Create("c"));
        list.AddRange(new[] { "d" });

        Assert.Equal("a,b,c,d", await TextAsync(list));
    }

    [Fact]
    public async Task Concat_gives_a_new_list_and_changes_neither()
    {
        var first = new InputList<string> { "a" };
        var second = new InputList<string> { "b" };
        var both = first.Concat(second);
        both.Add("c");

        Assert.Equal(("a", "b", "a,b,c"), (await TextAsync(first), await TextAsync(second), await TextAsync(both)));
    }

    [Fact]
    public async Task A_list_converted_from_an_array_is_not_changed_by_adding_to_another()
    {
        var array = new[] { "a" };
        InputList<string> list = array;
        list.Add("b");

        Assert.Equal(("a", "a,b"), (string.Join(",", array), await TextAsync(list)));
    }

    [Fact]
    public async Task One_unknown_element_makes_the_whole_unknown_and_one_secret_makes_it_secret()
    {
        var list = new InputList<string> { "a", Unknown.String, Output.CreateSecret("s") };

        Assert.Equal((false, true), (await list.ToOutput().IsKnownAsync(), await list.ToOutput().IsSecretAsync()));
    }

    [Fact]
    public async Task It_can_be_enumerated_asynchronously()
    {
        var elements = new List<string>();
        await foreach (var element in new InputList<string> { "a", "b" })
        {
            elements.Add(await element.ToOutput().ValueAsync());
        }

        Assert.Equal(["a", "b"], elements);
    }

    [Fact]
    public void It_cannot_be_enumerated_synchronously() =>
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputList<string>()).GetEnumerator());

    [Fact]
    public async Task Unions_can_be_added_by_either_type()
    {
        var list = new InputList<Union<int, string>>();
        list.Add((Input<int>)1);
        list.Add((Input<string>)"x");

        Assert.Equal([1, "x"], (await list.ToOutput().ValueAsync()).Select(union => union.Value));
    }

    private static async Task<string> TextAsync(InputList<string> list) => string.Join(",", await list.ToOutput().ValueAsync());
}
