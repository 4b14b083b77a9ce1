using System.Text.Json;
using Pulumi.Tests.Inputs;

namespace Pulumi.Tests.Outputs;

/// <summary>"What the mock's return value does": how state values become the types of output properties.</summary>
public sealed class ConversionTests
{
    [Fact]
    public async Task Nested_objects_become_output_types_by_parameter_name()
    {
        var state = new Dictionary<string, object>
        {
            ["spec"] = new Dictionary<string, object?>
            {
                ["image"] = "nginx",
                ["renamed"] = 3,
                ["ports"] = new object[] { new Dictionary<string, object> { ["number"] = 80 } },
                ["labels"] = new Dictionary<string, object> { ["a"] = "b" },
            },
        };

        var spec = await (await ThingAsync(state)).Spec.ValueAsync();

        Assert.Equal(("nginx", 3), (spec.Image, spec.Replicas));
        Assert.Equal([80], spec.Ports.Select(port => port.Number));
        Assert.Equal(ImmutableDictionary<string, string>.Empty.Add("a", "b"), spec.Labels);
    }

    [Fact]
    public async Task Parts_missing_from_a_nested_object_are_null_or_default()
    {
        var spec = await (await ThingAsync(State("spec", new Dictionary<string, object>()))).Spec.ValueAsync();

        Assert.Null(spec.Image);
        Assert.Null(spec.Replicas);
        Assert.True(spec.Ports.IsDefault);
        Assert.Null(spec.Labels);
    }

    [Fact]
    public async Task Strings_become_enum_structs()
    {
        var kind = await (await ThingAsync(State("kind", "ClusterIP"))).Kind.ValueAsync();

        Assert.Equal(ServiceKind.ClusterIp, kind);
    }

    [Fact]
    public async Task Unions_take_the_first_case_that_fits()
    {
        Assert.Equal(Union<int, string>.FromT0(80), await (await ThingAsync(State("port", 80))).Port.ValueAsync());
        Assert.Equal(Union<int, string>.FromT1("http"), await (await ThingAsync(State("port", "http"))).Port.ValueAsync());
    }

    [Fact]
    public async Task Objects_become_json_elements()
    {
        var json = await (await ThingAsync(State("json", new Dictionary<string, object> { ["a"] = new object[] { 1, true } }))).Json.ValueAsync();

        Assert.Equal("""{"a":[1,true]}""", json.GetRawText());
    }

    [Fact]
    public async Task Free_maps_keep_plain_data()
    {
        var free = await (await ThingAsync(State("free", new Dictionary<string, object> { ["n"] = 1, ["l"] = new[] { "x" } }))).Free.ValueAsync();

        Assert.Equal("{l: ['x'], n: 1}", Shape.Of(free));
    }

    [Fact]
    public async Task Fractions_are_cut_off_where_an_integer_is_expected()
    {
        Assert.Equal(2, await (await ThingAsync(State("count", 2.9))).Count.ValueAsync());
    }

    [Fact]
    public async Task A_value_of_another_type_is_warned_about_and_read_as_default()
    {
        var thing = await ThingAsync(State("count", "three"));

        Assert.True(await thing.Count.IsKnownAsync());
        Assert.Equal(0, await thing.Count.ValueAsync());
    }

    [Fact]
    public async Task A_property_of_a_type_that_no_state_can_have_fails_the_run()
    {
        var exception = await Mocked.FailAsync(() => _ = new Odd("odd"));

        Assert.Contains(
            "[Output] Pulumi.Tests.Outputs.ConversionTests+Odd.When contains invalid type System.DateTime.", exception.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, object> State(string key, object value) => new() { [key] = value };

    private static async Task<Thing> ThingAsync(object state)
    {
        Thing? thing = null;
        await Mocked.RunAsync(RecordingMocks.Answering("id", state), () => thing = new Thing("thing"));
        return thing!;
    }

    private sealed class Thing(string name) : CustomResource("test:index:Thing", name, ResourceArgs.Empty, null)
    {
        [Output("spec")]
        public Output<ThingSpec> Spec { get; private set; } = null!;

        [Output("kind")]
        public Output<ServiceKind> Kind { get; private set; } = null!;

        [Output("port")]
        public Output<Union<int, string>> Port { get; private set; } = null!;

        [Output("json")]
        public Output<JsonElement> Json { get; private set; } = null!;

        [Output("free")]
        public Output<ImmutableDictionary<string, object>> Free { get; private set; } = null!;

        [Output("count")]
        public Output<int> Count { get; private set; } = null!;
    }

    private sealed class Odd(string name) : CustomResource("test:index:Odd", name, ResourceArgs.Empty, null)
    {
        [Output("when")]
        public Output<DateTime> When { get; private set; } = null!;
    }

    [OutputType]
    private sealed class ThingSpec
    {
        public readonly string? Image;
        public readonly int? Replicas;
        public readonly ImmutableArray<ThingPort> Ports;
        public readonly ImmutableDictionary<string, string>? Labels;

        [OutputConstructor]
        private ThingSpec(
            string? image, [OutputConstructorParameter("renamed")] int? replicas, ImmutableArray<ThingPort> ports, ImmutableDictionary<string, string>? labels)
        {
            Image = image;
            Replicas = replicas;
            Ports = ports;
            Labels = labels;
        }
    }

    [OutputType]
    private sealed class ThingPort
    {
        public readonly int Number;

        [OutputConstructor]
        private ThingPort(int number) => Number = number;
    }
}
