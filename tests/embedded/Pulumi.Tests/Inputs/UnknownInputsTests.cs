using System.Text.Json;

namespace Pulumi.Tests.Inputs;

/// <summary>"Shape of Inputs", row "unknown": the whole top-level property disappears, wherever below it the unknown is.</summary>
public sealed class UnknownInputsTests
{
    public static TheoryData<string, object> Unknowns => new()
    {
        { "the property itself", Unknown.String },
        { "a secret unknown", Output.CreateSecret(Unknown.String) },
        { "a nested property", new PortArgs { Number = 1, Name = Unknown.String } },
        { "an element of a list", new InputList<string> { "known", Unknown.String } },
        { "a value of a map", new InputMap<string> { ["k"] = "known", ["u"] = Unknown.String } },
        { "deep below", new Dictionary<string, object> { ["a"] = new[] { new PortArgs { Name = Unknown.String } } } },
        { "a formatted string", Output.Format($"http://{Unknown.String}") },
        { "an applied value", Unknown.String.Apply(text => text.Length) },
        { "an output that holds an unknown", Output.Create(new PortArgs { Name = Unknown.String }) },
        { "json", (InputJson)Unknown.String.Apply(text => JsonDocument.Parse(text)) },
    };

    [Theory]
    [MemberData(nameof(Unknowns))]
    public async Task One_unknown_removes_the_whole_top_level_property_and_only_that(string place, object value)
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", new BoxArgs { Value = value, Other = "stays" }));

        Assert.Equal((place, "{other: 'stays'}"), (place, Shape.Of(mocks["box"].Inputs)));
    }

    [Fact]
    public async Task It_is_the_same_in_a_preview()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, Mocked.Preview, () => { _ = new Box("box", new BoxArgs { Value = Unknown.String, Other = "stays" }); });

        Assert.Equal("{other: 'stays'}", Shape.Of(mocks["box"].Inputs));
    }
}
