using System.Text.Json;

namespace Pulumi.Tests.Inputs;

/// <summary>"Shape of Inputs": what each kind of C# value looks like in <see cref="MockResourceArgs.Inputs"/>.</summary>
public sealed class ShapeOfInputsTests
{
    public static TheoryData<string, object, string> PlainValues => new()
    {
        { "bool", true, "true" },
        { "string", "x", "'x'" },
        { "empty string", "", "''" },
        { "int", 5, "5" },
        { "double", 0.25, "0.25" },
        { "enum based on int", Weekday.Tuesday, "2" },
        { "string enum struct", ServiceKind.ClusterIp, "'ClusterIP'" },
        { "double enum struct", Ratio.Half, "0.5" },
        { "first case of a union", Union<int, string>.FromT0(8080), "8080" },
        { "second case of a union", Union<int, string>.FromT1("http"), "'http'" },
        { "input", (Input<string>)"x", "'x'" },
        { "known output", Output.Create("x"), "'x'" },
        { "secret", Output.CreateSecret("hunter2"), "'hunter2'" },
        { "secret in a secret", Output.CreateSecret(Output.CreateSecret(1)), "1" },
        { "output of an enum struct", Output.Create(ServiceKind.ClusterIp), "'ClusterIP'" },
    };

    public static TheoryData<string, object, string> Collections => new()
    {
        { "nested args", new PortArgs { Number = 80, Name = "http" }, "{containerPort: 80, name: 'http'}" },
        { "nested args with nothing set", new PortArgs(), "{}" },
        { "input of nested args", (Input<PortArgs>)new PortArgs { Number = 80 }, "{containerPort: 80}" },
        { "union property with int", new PortArgs { Target = 8080 }, "{target: 8080}" },
        { "union property with string", new PortArgs { Target = "http" }, "{target: 'http'}" },
        { "input map", new InputMap<string> { ["b"] = "2", ["a"] = "1" }, "{a: '1', b: '2'}" },
        { "map keys verbatim", new InputMap<int> { ["x/y.z"] = 1, ["A"] = 2 }, "{A: 2, x/y.z: 1}" },
        { "dictionary", new Dictionary<string, int> { ["a"] = 1 }, "{a: 1}" },
        { "immutable dictionary", ImmutableDictionary<string, object?>.Empty.Add("a", true), "{a: true}" },
        { "empty map", new InputMap<string>(), "{}" },
        { "input list", new InputList<string> { "a", "b" }, "['a', 'b']" },
        { "array", new[] { 1, 2 }, "[1, 2]" },
        { "list", new List<bool> { true }, "[true]" },
        { "immutable array", ImmutableArray.Create("a"), "['a']" },
        { "default immutable array", default(ImmutableArray<string>), "[]" },
        { "empty list", new InputList<string>(), "[]" },
        { "list of args", new InputList<PortArgs> { new PortArgs { Number = 1 }, new PortArgs { Number = 2 } }, "[{containerPort: 1}, {containerPort: 2}]" },
        { "map of lists", new Dictionary<string, object> { ["a"] = new[] { new[] { 1 } } }, "{a: [[1]]}" },
        { "secret below a list", new InputList<string> { Output.CreateSecret("p") }, "['p']" },
        { "secret below a map", new InputMap<string> { ["p"] = Output.CreateSecret("p") }, "{p: 'p'}" },
    };

    public static TheoryData<string, string> JsonValues => new()
    {
        { """{"b": [1, 0.5, "x", true], "a": {"c": {}}}""", "{a: {c: {}}, b: [1, 0.5, 'x', true]}" },
        { """{"a": null, "b": 1}""", "{a: null, b: 1}" },
        { """[null, 1]""", "[null, 1]" },
        { "\"text\"", "'text'" },
        { "7", "7" },
        { "false", "false" },
    };

    [Theory]
    [MemberData(nameof(PlainValues))]
    public Task Plain_value(string kind, object value, string shape) => AssertShapeAsync(kind, value, shape);

    [Theory]
    [MemberData(nameof(Collections))]
    public Task Collection(string kind, object value, string shape) => AssertShapeAsync(kind, value, shape);

    [Theory]
    [MemberData(nameof(JsonValues))]
    public async Task Json_element_becomes_plain_data_and_keeps_its_nulls(string json, string shape)
    {
        using var document = JsonDocument.Parse(json);
        await AssertShapeAsync("JsonElement", document.RootElement.Clone(), shape);
    }

    [Theory]
    [MemberData(nameof(JsonValues))]
    public Task Input_json_becomes_plain_data_and_keeps_its_nulls(string json, string shape) =>
        AssertShapeAsync("InputJson", (InputJson)json, shape);

    [Fact]
    public async Task Every_number_is_a_double()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", new BoxArgs { Value = new[] { 5 } }));

        var list = Assert.IsType<ImmutableArray<object>>(mocks["box"].Inputs["v"]);
        Assert.Equal(5.0, Assert.IsType<double>(Assert.Single(list)));
    }

    [Fact]
    public async Task Maps_are_immutable_dictionaries_of_objects()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", new BoxArgs { Value = new InputMap<int> { ["a"] = 5 } }));

        var map = Assert.IsType<ImmutableDictionary<string, object>>(mocks["box"].Inputs["v"]);
        Assert.Equal(5.0, map["a"]);
    }

    private static async Task AssertShapeAsync(string kind, object value, string shape)
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", new BoxArgs { Value = value }));

        Assert.Equal((kind, $"{{v: {shape}}}"), (kind, Shape.Of(mocks["box"].Inputs)));
    }
}
