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
        { Output.Create(true), "true" },
        { Output.CreateSecret(7), "7" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Value_arrives_as_json_text(object value, string text)
    {
        var mocks = await Mocked.RunAsync(() => _ = new CustomResource("test:index:Json", "json", new JsonArgs { Value = value }));

        Assert.Equal($"{{x: '{text}'}}", Shape.Of(mocks["json"].Inputs));
    }

    [Fact]
    public async Task Unset_is_omitted()
    {
        var mocks = await Mocked.RunAsync(() => _ = new CustomResource("test:index:Json", "json", new JsonArgs()));

        Assert.Equal("{}", Shape.Of(mocks["json"].Inputs));
    }

    [Fact]
    public async Task Unknown_is_omitted()
    {
        var mocks = await Mocked.RunAsync(() => _ = new CustomResource("test:index:Json", "json", new JsonArgs { Value = Unknown.String }));

        Assert.Equal("{}", Shape.Of(mocks["json"].Inputs));
    }

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("x", json: true)]
        public object? Value { get; set; }
    }
}
