using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Core.Tests.Configuration;

public sealed class ConfigBinderTests
{
    private const string Minimal = """{"name": "t4", "instanceTypes": ["g4dn.xlarge"]}""";

    [Fact]
    public void A_full_record_is_read_value_by_value()
    {
        var pool = Bind<SamplePool>(
            """
            {
              "name": "t4", "instanceTypes": ["g4dn.xlarge", "g4dn.2xlarge"],
              "capacity": {"min": 1, "max": 4.0, "kind": "capacity-block"},
              "rootVolume": "200Gi", "reserved": 0.5, "grace": "1m30s",
              "labels": {"b": "2", "a": "1"}, "comment": null, "version": "1.30", "legacy": true, "spotShare": 0.25, "ports": [80, 443]
            }
            """);

        Assert.Equal("t4", pool.Name);
        Assert.Equal<string>(["g4dn.xlarge", "g4dn.2xlarge"], pool.InstanceTypes);
        Assert.Equal(new SampleCapacity { Min = 1, Max = 4, Kind = SampleKind.CapacityBlock }, pool.Capacity);
        Assert.Equal(ByteSize.FromGibibytes(200), pool.RootVolume);
        Assert.Equal(new CpuQuantity(500), pool.Reserved);
        Assert.Equal(new GoDuration(90_000), pool.Grace);
        Assert.Equal([KeyValuePair.Create("a", "1"), KeyValuePair.Create("b", "2")], pool.Labels);
        Assert.Null(pool.Comment);
        Assert.Equal("1.30", pool.Version);
        Assert.True(pool.Legacy);
        Assert.Equal(0.25, pool.SpotShare);
        Assert.Equal<int>([80, 443], pool.Ports);
    }

    [Fact]
    public void What_is_absent_has_the_default_of_the_record_and_collections_are_empty()
    {
        var pool = Bind<SamplePool>(Minimal);

        Assert.Equal(new SampleCapacity { Min = 0, Max = 1, Kind = SampleKind.OnDemand }, pool.Capacity);
        Assert.Equal(ByteSize.FromGibibytes(100), pool.RootVolume);
        Assert.Null(pool.Reserved);
        Assert.Equal("none", pool.Comment);
        Assert.Equal(0.5, pool.SpotShare);
        Assert.False(pool.Ports.IsDefault);
        Assert.Empty(pool.Ports);
        Assert.Empty(pool.Labels);
    }

    [Fact]
    public void Maps_are_in_ordinal_order()
    {
        var map = Bind<ImmutableSortedDictionary<string, int>>("""{"b": 1, "B": 2, "a": 3, "_": 4}""");

        Assert.Equal(["B", "_", "a", "b"], map.Keys);
    }

    [Fact]
    public void All_problems_are_found_in_one_pass_in_document_order()
    {
        var problems = new ConfigProblems();
        var pools = ConfigBinder.Bind<ImmutableArray<SamplePool>>(
            "gpu-inference:pools",
            """
            [
              {"name": "t4", "instanceTypes": ["g4dn.xlarge"]},
              {"name": "v100", "instanceTypes": [], "capacity": {"min": 4, "max": 2}},
              {"name": "a100", "instanceTyp": ["p4d.24xlarge"], "spotShare": "half"},
              "h100",
              {"legacy": "yes"}
            ]
            """,
            problems);

        Assert.Equal(
            """
            8 problems in Pulumi.prod.yaml:
              gpu-inference:pools[1].instanceTypes: an empty list is not allowed; allowed: at least one entry
              gpu-inference:pools[1].capacity.max: 2 is less than min, which is 4
              gpu-inference:pools[2].instanceTyp: unknown key; did you mean 'instanceTypes'?
              gpu-inference:pools[2].spotShare: a number was expected, but found the string 'half'; write a number without quotes
              gpu-inference:pools[3]: an object was expected, but found the string 'h100'; keys: name, instanceTypes, capacity, rootVolume, reserved, grace, labels, comment, version, legacy, spotShare, ports
              gpu-inference:pools[4].legacy: true or false was expected, but found the string 'yes'; write true or false without quotes
              gpu-inference:pools[4].name: missing; a string is required
              gpu-inference:pools[4].instanceTypes: missing; a list is required
            """.ReplaceLineEndings("\n"),
            problems.Render("Pulumi.prod.yaml"));

        // Entries keep their index and their readable values, so that rules across keys can still name them.
        Assert.Equal(["t4", "v100", "a100", "", ""], pools.Select(pool => pool.Name));
        Assert.All(pools, pool => Assert.False(pool.InstanceTypes.IsDefault));
    }

    [Fact]
    public void Rules_of_a_record_wait_until_its_own_values_are_right() =>
        Refuses<SampleCapacity>("""{"min": 4, "max": 1.5}""", "k:v.max: a whole number was expected, but found the number 1.5; write it without a fraction");

    [Theory]
    [InlineData("\"\"", "k:v: an object was expected, but found the string ''; keys: min, max, kind")]
    [InlineData("", "k:v: an object was expected, but the value is empty; write a structured value below the key, or JSON")]
    [InlineData("t4", "k:v: an object was expected, but the value is no valid JSON (line 1, byte 2); write a structured value below the key, or JSON")]
    [InlineData("{\"min\": 1", "k:v: an object was expected, but the value is no valid JSON (line 1, byte 10); write a structured value below the key, or JSON")]
    [InlineData("null", "k:v: an object was expected, but found null; write a value, or remove the line")]
    [InlineData("[]", "k:v: an object was expected, but found a list; keys: min, max, kind")]
    public void A_value_of_another_kind_is_one_problem_at_the_key(string json, string problem)
    {
        var problems = new ConfigProblems();

        Assert.Null(ConfigBinder.Bind<SampleCapacity>("k:v", json, problems));
        Assert.Equal(problem, Assert.Single(problems.All).ToString());
    }

    [Theory]
    [InlineData("""{"name": null}""", "null,null")]
    [InlineData("""{"name": null, "ports": null}""", "null,null")]
    [InlineData("""{"name": "", "ports": []}""", ",0")]
    public void Null_is_a_value_where_the_type_allows_it(string json, string expected)
    {
        var value = Bind<Nullables>(json);

        Assert.Equal(expected, $"{value.Name ?? "null"},{value.Ports?.Length.ToString() ?? "null"}");
    }

    [Fact]
    public void A_record_may_hold_records_of_its_own_kind()
    {
        var tree = Bind<Tree>("""{"children": [{"children": []}, {}]}""");

        Assert.Equal(2, tree.Children.Length);
        Refuses<Tree>("""{"children": [{"children": [1]}]}""", "k:v.children[0].children[0]: an object was expected, but found the number 1; keys: children");
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_empty()
    {
        var problems = new ConfigProblems();

        Assert.Empty(ConfigBinder.Bind<ImmutableArray<SamplePool>>("k:v", "3", problems));
        Assert.Equal("k:v: a list was expected, but found the number 3; write a list, even of one entry", Assert.Single(problems.All).ToString());
    }

    [Theory]
    [InlineData("\"name\": 4", "k:v.name: a string was expected, but found the number 4; put it in quotes")]
    [InlineData("\"version\": 1.3", "k:v.version: a string was expected, but found the number 1.3; put it in quotes (without them 1.30 becomes 1.3)")]
    [InlineData("\"version\": true", "k:v.version: a string was expected, but found true; put it in quotes")]
    [InlineData("\"version\": [\"1.30\"]", "k:v.version: a string was expected, but found a list; write one string instead of a list")]
    [InlineData("\"version\": {}", "k:v.version: a string was expected, but found an object; write one string instead of keys and values")]
    [InlineData("\"version\": \"\\ud800\"", "k:v.version: a string was expected, but found a string with broken characters; write it with whole characters")]
    [InlineData("\"name\": null", "k:v.name: a string was expected, but found null; write a value, or remove the line")]
    [InlineData("\"name\": \"T4\"", "k:v.name: 'T4' is not allowed; allowed: lowercase letters, digits and '-'")]
    [InlineData("\"name\": \"t4\\n\"", "k:v.name: 't4\\u000a' is not allowed; allowed: lowercase letters, digits and '-'")]
    [InlineData("\"name\": \"a23456789012345678901\"", "k:v.name: 'a23456789012345678901' is not allowed; allowed: at most 20 characters")]
    [InlineData("\"instanceTypes\": \"g4dn.xlarge\"", "k:v.instanceTypes: a list was expected, but found the string 'g4dn.xlarge'; write a list, even of one entry")]
    [InlineData("\"instanceTypes\": [\"a\", null]", "k:v.instanceTypes[1]: a string was expected, but found null; write a value, or remove the line")]
    [InlineData("\"labels\": [\"a\"]", "k:v.labels: an object was expected, but found a list; write keys and values")]
    [InlineData("\"labels\": {\"a/b\": 1}", "k:v.labels[\"a/b\"]: a string was expected, but found the number 1; put it in quotes")]
    [InlineData("\"legacy\": 1", "k:v.legacy: true or false was expected, but found the number 1; write true or false")]
    [InlineData("\"spotShare\": 1.5", "k:v.spotShare: 1.5 is not allowed; allowed: 0 to 1")]
    [InlineData("\"spotShare\": 1e400", "k:v.spotShare: a number was expected, but found the number 1e400; write a number between -1.7e308 and 1.7e308")]
    [InlineData("\"ports\": [80, 0]", "k:v.ports[1]: 0 is not allowed; allowed: at least 1")]
    [InlineData("\"ports\": [1e400]", "k:v.ports[0]: a whole number was expected, but found the number 1e400; write a number between -2147483648 and 2147483647")]
    [InlineData("\"ports\": [\"80\"]", "k:v.ports[0]: a whole number was expected, but found the string '80'; write a whole number without quotes")]
    [InlineData("\"ports\": [true]", "k:v.ports[0]: a whole number was expected, but found true; write a whole number")]
    [InlineData("\"capacity\": {\"kind\": \"spott\"}", "k:v.capacity.kind: 'spott' is not allowed; allowed: onDemand, spot, capacity-block")]
    [InlineData("\"capacity\": {\"kind\": 1}", "k:v.capacity.kind: a string was expected, but found the number 1; allowed: onDemand, spot, capacity-block")]
    [InlineData("\"capacity\": {\"colour\": 1}", "k:v.capacity.colour: unknown key; allowed: min, max, kind")]
    [InlineData("\"capacity\": null", "k:v.capacity: an object was expected, but found null; write a value, or remove the line")]
    [InlineData("\"rootVolume\": \"16GB\"", "k:v.rootVolume: '16GB' is not allowed; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei")]
    [InlineData("\"rootVolume\": \"1Gi\"", "k:v.rootVolume: '1Gi' is not allowed; allowed: 20Gi to 16Ti")]
    [InlineData("\"rootVolume\": true", "k:v.rootVolume: a string was expected, but found true; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei")]
    [InlineData("\"grace\": 30", "k:v.grace: 30 is not allowed; allowed: a duration such as 30s, 5m, 1h30m or 500ms")]
    [InlineData("\"legacy\": true, \"legacy\": false", "k:v.legacy: the key is written more than once; keep one")]
    [InlineData("\"legcay\": true", "k:v.legcay: unknown key; did you mean 'legacy'?")]
    [InlineData("\"Legacy\": true", "k:v.Legacy: unknown key; did you mean 'legacy'?")]
    [InlineData("\"\\udc00\": 1", "k:v[\"\\ufffd\"]: unknown key; allowed: name, instanceTypes, capacity, rootVolume, reserved, grace, labels, comment, version, legacy, spotShare, ports")]
    public void Each_mistake_has_its_own_text(string member, string problem)
    {
        var key = member[1..member.IndexOf('"', 1)];
        var others = new[] { "\"name\": \"t4\"", "\"instanceTypes\": [\"g4dn.xlarge\"]" }.Where(other => !other.StartsWith($"\"{key}\"", StringComparison.Ordinal));

        Refuses<SamplePool>($"{{{string.Join(", ", others.Append(member))}}}", problem);
    }

    [Theory]
    [InlineData("\"name\": {\"secure\": \"AAABAI2cipher\"}, \"instanceTypes\": [\"a\"]", "k:v.name")]
    [InlineData("\"name\": \"t4\", \"instanceTypes\": [{\"secure\": \"AAABAI2cipher\"}]", "k:v.instanceTypes[0]")]
    [InlineData("\"name\": \"t4\", \"instanceTypes\": [\"a\"], \"labels\": {\"secure\": \"AAABAI2cipher\"}", "k:v.labels")]
    [InlineData("\"name\": \"t4\", \"instanceTypes\": [\"a\"], \"comment\": {\"secure\": \"AAABAI2cipher\"}", "k:v.comment")]
    public void A_secret_inside_a_structured_value_is_refused_and_not_shown(string members, string path) =>
        Refuses<SamplePool>(
            $"{{{members}}}",
            $"{path}: a secret inside a structured value comes out in plain text; give it a top-level key of its own, or name an external store");

    [Fact]
    public void Misdeclared_records_are_the_programmers_mistake()
    {
        var unsupported = Assert.Throws<NotSupportedException>(() => Bind<UnsupportedType>("{}"));
        Assert.Equal("System.DateTime is no type of a configuration value; ConfigBinder.Bind lists those that are.", unsupported.Message);

        var misplaced = Assert.Throws<NotSupportedException>(() => Bind<MisplacedConstraint>("{}"));
        Assert.Equal("InRangeAttribute cannot limit Infra.Core.Tests.Configuration.ConfigBinderTests+MisplacedConstraint.Name.", misplaced.Message);
    }

    private static T Bind<T>(string json)
    {
        var problems = new ConfigProblems();
        var value = ConfigBinder.Bind<T>("k:v", json, problems);
        Assert.Empty(problems.All);
        Assert.NotNull(value);
        return value;
    }

    private static void Refuses<T>(string json, string problem)
    {
        var problems = new ConfigProblems();
        ConfigBinder.Bind<T>("k:v", json, problems);
        Assert.Equal(problem, Assert.Single(problems.All).ToString());
    }

    private sealed record Nullables
    {
        public required string? Name { get; init; }

        public ImmutableArray<int>? Ports { get; init; }
    }

    private sealed record Tree
    {
        public ImmutableArray<Tree> Children { get; init; }
    }

    private sealed record UnsupportedType
    {
        public DateTime Day { get; init; }
    }

    private sealed record MisplacedConstraint
    {
        [InRange(Min = 1)]
        public string Name { get; init; } = "";
    }
}
