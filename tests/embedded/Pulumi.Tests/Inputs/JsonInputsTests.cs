namespace Pulumi.Tests.Inputs;

/// <summary>"Shape of Inputs", row <c>[Input("x", json: true)]</c>: the value arrives as JSON text, with spaces.</summary>
public sealed class JsonInputsTests
{
    public static TheoryData<object, string> Values => new()
    {
        { new Dictionary<string, int> { ["k"] = 1 }, "{ \"k\": 1 }" },
        { new Dictionary<string, object> { ["b"] = new object[] { 1, "x", true }, ["a"] = new Dictionary<string, double> { ["c"] = 0.5 } }, "{ \"a\": { \"c\": 0.5 }, \"b\": [ 1, \"x\", true ] }" },
        { new InputMap<string> { ["k"] = "v" }, "{ \"k\": \"v\" }" },
        { new InputList<int> { 1, 2 }, "[ 1, 2 ]" },
        { new PortArgs { Number = 80, Name = (string)null! }, "{ \"containerPort\": 80 }" },
        { new PortArgs(), "{ }" },
        { new InputList<int>(), "[ ]" },
        { true, "true" },
        { 3, "3" },
        { "text", "\"text\"" },
        { (Input<bool>)Output.Create(true), "true" },
        { (Input<int>)Output.CreateSecret(7), "7" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Value_arrives_as_json_text(object value, string text)
    {
        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:Json", "json", new JsonArgs { Value = value }));

        Assert.Equal($"{{x: '{text}'}}", Shape.Of(mocks["json"].Inputs));
    }

    [Fact]
    public async Task Unset_is_omitted()
    {
        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:Json", "json", new JsonArgs()));

        Assert.Equal("{}", Shape.Of(mocks["json"].Inputs));
    }

    public static TheoryData<object> Unknowns =>
    [
        (Input<string>)Unknown.String,
        new InputMap<string> { ["u"] = Unknown.String },
        new InputList<string> { Unknown.String },
    ];

    [Theory]
    [MemberData(nameof(Unknowns))]
    public async Task Unknown_is_omitted(object value)
    {
        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:Json", "json", new JsonArgs { Value = value }));

        Assert.Equal("{}", Shape.Of(mocks["json"].Inputs));
    }

    [Fact]
    public async Task An_unknown_or_a_secret_deeper_inside_is_written_as_the_marks_of_the_wire_format()
    {
        var value = new Dictionary<string, object> { ["s"] = Output.CreateSecret("hunter2"), ["u"] = Unknown.String };

        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:Json", "json", new JsonArgs { Value = value }));

        Assert.Equal(
            """
            { "s": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "hunter2" }, "u": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }
            """,
            mocks["json"].Inputs["x"]);
    }

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("x", json: true)]
        public object? Value { get; set; }
    }
}
