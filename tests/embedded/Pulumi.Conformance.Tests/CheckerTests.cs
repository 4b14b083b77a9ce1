namespace Pulumi.Conformance.Tests;

/// <summary>The checker itself: what it lets pass and what it finds.</summary>
public sealed class CheckerTests
{
    private const string Space = "Pulumi.Conformance.Tests";

    private static readonly string[] List =
    [
        $"### namespace {Space}",
        "",
        "sealed class SampleArgs : ResourceArgs",
        "    SampleArgs()",
        "    InputList<string> Items { get; set; }",
        "    Input<string> Name { get; set; }",
        "    Input<int>? Size { get; set; }",
        "    static Task<(string? id, object state)> Find(string? name = null, params int[] sizes)",
    ];

    [Fact]
    public void A_type_that_is_as_listed_passes() => Assert.Empty(Check(List));

    [Fact]
    public void An_unlisted_type_is_found() => AssertFinds(
        ["### namespace Other"],
        $"{Space}.SampleArgs: found 'sealed class SampleArgs : ResourceArgs'; expected nothing of that name");

    [Fact]
    public void A_wrong_declaration_is_found() => AssertFinds(
        Replaced("sealed class SampleArgs", "class SampleArgs"),
        $"{Space}.SampleArgs: found 'sealed class SampleArgs : ResourceArgs'; expected 'class SampleArgs : ResourceArgs'");

    [Fact]
    public void An_extra_member_is_found() => AssertFinds(
        Replaced("    InputList<string> Items { get; set; }", ""),
        $"{Space}.SampleArgs.Items: found 'InputList<string> Items {{ get; set; }}'; expected nothing of that name");

    [Fact]
    public void A_missing_member_is_found() => AssertFinds(
        Replaced("    SampleArgs()", "    SampleArgs()\n    Input<bool>? Extra { get; set; }"),
        $"{Space}.SampleArgs.Extra: found 'nothing'; expected 'Input<bool>? Extra {{ get; set; }}'");

    [Fact]
    public void A_missing_property_of_a_provider_type_passes_but_a_missing_constructor_does_not()
    {
        var list = Replaced("    SampleArgs()", "    SampleArgs()\n    SampleArgs(int size)\n    Input<bool>? Extra { get; set; }");

        Assert.Equal([$"{Space}.SampleArgs.SampleArgs: found 'nothing'; expected 'SampleArgs(int size)'"], Check(list, subset: true));
    }

    [Fact]
    public void A_type_of_which_only_signatures_are_there_may_lack_any_member() =>
        Assert.Empty(Check(Replaced("    SampleArgs()", "    SampleArgs()\n    SampleArgs(int size)\n    void Run()\n    abstract void Stop()"), subset: true, signaturesOnly: true));

    [Fact]
    public void But_not_what_a_derived_class_has_to_override() => Assert.Equal(
        [$"{Space}.SampleArgs.Stop: found 'nothing'; expected 'abstract void Stop()'"],
        Check(Replaced("    SampleArgs()", "    SampleArgs()\n    protected SampleArgs(int size)\n    abstract void Stop()"), subset: true, signaturesOnly: true));

    [Fact]
    public void Wrong_nullability_is_found_also_inside_a_type() => AssertFinds(
        Replaced("Input<int>? Size", "Input<int> Size", "(string? id", "(string id"),
        $"{Space}.SampleArgs.Size: found 'Input<int>? Size {{ get; set; }}'; expected 'Input<int> Size {{ get; set; }}'",
        $"{Space}.SampleArgs.Find: found 'static Task<(string? id, object state)> Find(string? name = null, params int[] sizes)'; "
            + "expected 'static Task<(string id, object state)> Find(string? name = null, params int[] sizes)'");

    [Theory]
    [InlineData(": ResourceArgs", ": InputArgs", "")]
    [InlineData(": ResourceArgs", ": ResourceArgs, IDisposable", "")]
    [InlineData("sealed class", "abstract class", "")]
    [InlineData("    SampleArgs()", "    protected SampleArgs()", ".SampleArgs")]
    [InlineData("Input<int>? Size { get; set; }", "Input<int>? Size { get; }", ".Size")]
    [InlineData("Input<int>? Size { get; set; }", "Input<int>? Size { get; init; }", ".Size")]
    [InlineData("Input<int>? Size", "Input<double>? Size", ".Size")]
    [InlineData("static Task<", "Task<", ".Find")]
    [InlineData("static Task<", "protected static Task<", ".Find")]
    [InlineData("string? name = null", "string? title = null", ".Find")]
    [InlineData("string? name = null", "string? name = \"x\"", ".Find")]
    [InlineData("params int[]", "int[]", ".Find")]
    [InlineData("params int[] sizes", "params int[] sizes, bool exact = false", ".Find")]
    [InlineData("Find(", "Find<T>(", ".Find")]
    public void Any_other_difference_is_found(string found, string listed, string member)
    {
        var difference = Assert.Single(Check(Replaced(found, listed)));

        Assert.StartsWith($"{Space}.SampleArgs{member}: found '", difference, StringComparison.Ordinal);
        Assert.Contains(found.Trim(), difference, StringComparison.Ordinal);
        Assert.Contains($"expected '", difference, StringComparison.Ordinal);
        Assert.Contains(listed.Trim(), difference[difference.IndexOf("expected", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Allow", new string[0])]
    [InlineData("Permit", new[] { "Pulumi.Aws.Iam.PolicyStatementEffect.ALLOW: found 'wire name 'Allow''; expected 'wire name 'Permit''" })]
    public void A_wrong_value_of_an_enum_is_found(string value, string[] differences) => Assert.Equal(
        differences,
        new ConformanceCheck(
            AwsListReader.Read(
            [
                "type Pulumi.Aws.Iam.PolicyStatementEffect : EnumType",
                $"prop Pulumi.Aws.Iam.PolicyStatementEffect.ALLOW : Pulumi.Aws.Iam.PolicyStatementEffect value={value}",
                "prop Pulumi.Aws.Iam.PolicyStatementEffect.DENY : Pulumi.Aws.Iam.PolicyStatementEffect value=Deny",
            ]),
            subsetOfMembers: true).Check(ReflectedAssembly.Read(typeof(Aws.Iam.PolicyStatementEffect), qualified: true)).Select(difference => difference.ToString()));

    [Fact]
    public void A_missing_default_is_found() => AssertFinds(
        Replaced("string? name = null", "string? name"),
        $"{Space}.SampleArgs.Find: found 'static Task<(string? id, object state)> Find(string? name = null, params int[] sizes)'; "
            + "expected 'static Task<(string? id, object state)> Find(string? name, params int[] sizes)'");

    [Theory]
    [InlineData("name", true, false, null)]
    [InlineData("title", true, false, "found 'wire name 'name', required, not json'; expected 'wire name 'title', required, not json'")]
    [InlineData("name", false, false, "found 'wire name 'name', required, not json'; expected 'wire name 'name', optional, not json'")]
    [InlineData("name", true, true, "found 'wire name 'name', required, not json'; expected 'wire name 'name', required, json'")]
    public void A_wrong_wire_name_or_flag_is_found(string wire, bool required, bool json, string? difference)
    {
        var expected = new Dictionary<string, WireFact> { ["Name"] = new(wire, required, json) };

        Assert.Equal(difference is null ? [] : [$"{Space}.SampleArgs.Name: {difference}"], Check(List, wire: expected));
    }

    [Fact]
    public void A_wire_name_behind_a_collection_is_seen()
    {
        var expected = new Dictionary<string, WireFact> { ["Items"] = new("elements", true) };

        Assert.Equal(
            [$"{Space}.SampleArgs.Items: found 'wire name 'items', optional'; expected 'wire name 'elements', required'"],
            Check(List, wire: expected));
    }

    [Fact]
    public void A_wrong_type_token_is_found() => Assert.Equal(
        [$"{Space}.SampleResource: found 'type token sample:index:Sample'; expected 'type token sample:index:Other'"],
        new ConformanceCheck(
            ReflectedListReader.Read(
            [
                $"### namespace {Space}",
                "sealed class SampleResource : CustomResource",
                "    SampleResource(string name, SampleArgs args, CustomResourceOptions? options = null)",
                "    Output<ImmutableArray<string?>> Items { get; }",
            ]).ToDictionary(entry => entry.Key, entry => entry.Value with { Token = "sample:index:Other" }),
            subsetOfMembers: true).Check(ReflectedAssembly.Read(typeof(SampleResource), qualified: false)).Select(difference => difference.ToString()));

    [Theory]
    [InlineData("SampleArgs args, int attempt = 1", true)]
    [InlineData("SampleArgs? args, int attempt = 1", false)]
    [InlineData("SampleArgs args, long attempt = 1", false)]
    [InlineData("SampleArgs args, int attempt", false)]
    [InlineData("SampleArgs args", false)]
    public void A_delegate_whose_parameter_differs_is_found(string parameters, bool same)
    {
        var expected = $"delegate Task<string?> SampleCallback({parameters})";

        var found = new ConformanceCheck(ReflectedListReader.Read([$"### namespace {Space}", expected]), subsetOfMembers: false)
            .Check(ReflectedAssembly.Read(typeof(SampleCallback), qualified: false));

        Assert.Equal(
            same ? [] : [$"{Space}.SampleCallback: found 'delegate Task<string?> SampleCallback(SampleArgs args, int attempt = 1)'; expected '{expected}'"],
            found.Select(difference => difference.ToString()));
    }

    [Fact]
    public void A_recorded_overload_does_not_excuse_one_that_is_missing()
    {
        var member = $"{Space}.SampleArgs.Find";
        var extra = new Difference(member, "static void Find(int id)", "nothing of that name");
        var insteadOfListed = extra with { Expected = "'static void Find(long id)'" };
        var rows = Additions.Read([$"| `{member}` | P | `{extra.Found}` | `{extra.Expected}` | https://example.invalid | 2026-11-22 |"]);

        Assert.Contains(new Addition(extra, "P"), rows);
        Assert.DoesNotContain(new Addition(insteadOfListed, "P"), rows);
    }

    private static void AssertFinds(IEnumerable<string> list, params string[] differences) =>
        Assert.Equal(differences.Order(StringComparer.Ordinal), Check(list).Order(StringComparer.Ordinal));

    private static List<string> Check(IEnumerable<string> list, bool subset = false, bool signaturesOnly = false, Dictionary<string, WireFact>? wire = null)
    {
        var expected = ReflectedListReader.Read(list).ToDictionary(entry => entry.Key, entry => entry.Value with { Wire = wire ?? [] });
        return new ConformanceCheck(expected, subset, signaturesOnly).Check(ReflectedAssembly.Read(typeof(SampleArgs), qualified: false))
            .Select(difference => difference.ToString())
            .ToList();
    }

    private static IEnumerable<string> Replaced(params string[] pairs) => pairs.Chunk(2)
        .Aggregate(string.Join('\n', List), (text, pair) => text.Replace(pair[0], pair[1], StringComparison.Ordinal))
        .Split('\n')
        .Where(line => line.Length > 0);
}
