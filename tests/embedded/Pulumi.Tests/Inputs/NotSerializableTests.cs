using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulumi.Tests.Inputs;

/// <summary>"Not serializable (throws at registration, surfacing as RunException)".</summary>
public sealed class NotSerializableTests
{
    public static TheoryData<object> Values =>
    [
        1L,
        1U,
        1F,
        1M,
        'c',
        Guid.Empty,
        DateTime.UnixEpoch,
        TimeSpan.Zero,
        (1, "two"),
        new Point(1, 2),
        new { A = 1 },
        new HashSet<string> { "a" },
        Lazy(),
        JsonDocument.Parse("{}"),
        new JsonObject(),
        ByteSized.One,
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Type_is_refused_by_name(object value)
    {
        var exception = await Mocked.FailAsync(() => _ = new Box("box", new BoxArgs { Value = value }));

        Assert.Contains(
            $"error serializing property \"v\": {value.GetType().FullName} is not a supported argument type.\n\tresource:box[test:index:Box].v",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_of_a_long_is_exact()
    {
        var exception = await Mocked.FailAsync(() => _ = new Box("box", new BoxArgs { Value = 1L }));

        Assert.Contains("error serializing property \"v\": System.Int64 is not a supported argument type.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nested_value_is_reported_under_its_top_level_property()
    {
        var exception = await Mocked.FailAsync(() => _ = new Box("box", new BoxArgs { Value = new Dictionary<string, object> { ["a"] = new[] { 1L } } }));

        Assert.Contains(
            "error serializing property \"v\": System.Int64 is not a supported argument type.\n\tresource:box[test:index:Box].v.a[0]",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_refused_with_advice()
    {
        var exception = await Mocked.FailAsync(() => _ = new Box("box", new BoxArgs { Value = Task.FromResult("x") }));

        Assert.Contains(
            "error serializing property \"v\": Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\tresource:box[test:index:Box].v",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dictionary_with_other_keys_than_strings_is_refused()
    {
        var exception = await Mocked.FailAsync(() => _ = new Box("box", new BoxArgs { Value = new Dictionary<int, string> { [1] = "a" } }));

        Assert.Contains(
            "error serializing property \"v\": Dictionaries are only supported with string keys:\n\tresource:box[test:index:Box].v",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mock_never_sees_the_resource()
    {
        var mocks = new RecordingMocks();
        await Mocked.FailAsync(mocks, () => _ = new Box("box", new BoxArgs { Value = 1L }));

        Assert.Empty(mocks.Resources);
    }

    private static IEnumerable<int> Lazy()
    {
        yield return 1;
    }

    private sealed record Point(int X, int Y);

    private enum ByteSized : byte
    {
        One = 1,
    }
}
