namespace Pulumi.Tests.Inputs;

/// <summary><see cref="InputMap{TValue}"/>: adding, merging, conversions, enumeration.</summary>
public sealed class InputMapTests
{
    public static TheoryData<string, InputMap<string>> Conversions => new()
    {
        { "Dictionary", new Dictionary<string, string> { ["k"] = "v" } },
        { "ImmutableDictionary", ImmutableDictionary<string, string>.Empty.Add("k", "v") },
        { "Output<Dictionary>", Output.Create(new Dictionary<string, string> { ["k"] = "v" }) },
        { "Output<IDictionary>", Output.Create<IDictionary<string, string>>(new Dictionary<string, string> { ["k"] = "v" }) },
        { "Output<ImmutableDictionary>", Output.Create(ImmutableDictionary<string, string>.Empty.Add("k", "v")) },
        { "initializer", new InputMap<string> { { "k", "v" } } },
        { "index initializer", new InputMap<string> { ["k"] = Output.Create("v") } },
        { "nested initializer", new InputMap<string> { new InputMap<string> { ["k"] = "v" } } },
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public async Task One_entry_from(string kind, InputMap<string> map) =>
        Assert.Equal((kind, "k=v"), (kind, await TextAsync(map)));

    [Fact]
    public async Task Entries_are_added_one_by_one_or_as_a_map()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.Add("b", Output.Create("2"));
        map.Add(new InputMap<string> { ["c"] = "3" });
        map.AddRange(new Dictionary<string, string> { ["d"] = "4" });
        map["e"] = "5";

        Assert.Equal("a=1 b=2 c=3 d=4 e=5", await TextAsync(map));
    }

    [Fact]
    public async Task The_same_key_with_the_same_value_is_allowed()
    {
        var map = new InputMap<string> { { "k", "v" }, { "k", Output.Create("v") } };

        Assert.Equal("k=v", await TextAsync(map));
    }

    [Fact]
    public async Task The_same_key_with_another_value_is_refused_when_read()
    {
        var map = new InputMap<string> { ["k"] = "v" };
        map["k"] = "w";

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => TextAsync(map));
        Assert.Equal("Key 'k' already exists in the map with a different value.", exception.Message);
    }

    [Fact]
    public async Task Merge_gives_a_new_map_in_which_the_second_wins()
    {
        var first = new InputMap<string> { ["a"] = "1", ["b"] = "1" };
        var second = new InputMap<string> { ["b"] = "2", ["c"] = "2" };
        var merged = InputMap<string>.Merge(first, second);

        Assert.Equal(("a=1 b=1", "b=2 c=2", "a=1 b=2 c=2"), (await TextAsync(first), await TextAsync(second), await TextAsync(merged)));
    }

    [Fact]
    public async Task One_unknown_value_makes_the_whole_unknown_and_one_secret_makes_it_secret()
    {
        var map = new InputMap<string> { ["u"] = Unknown.String, ["s"] = Output.CreateSecret("s") };

        Assert.Equal((false, true), (await map.ToOutput().IsKnownAsync(), await map.ToOutput().IsSecretAsync()));
    }

    [Fact]
    public async Task It_can_be_enumerated_asynchronously()
    {
        var entries = new List<string>();
        await foreach (var entry in new InputMap<string> { ["k"] = "v" })
        {
            var (key, value) = await entry.ToOutput().ValueAsync();
            entries.Add($"{key}={value}");
        }

        Assert.Equal(["k=v"], entries);
    }

    [Fact]
    public void It_cannot_be_enumerated_synchronously() =>
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputMap<string>()).GetEnumerator());

    private static async Task<string> TextAsync(InputMap<string> map) =>
        string.Join(" ", (await map.ToOutput().ValueAsync()).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"));
}
