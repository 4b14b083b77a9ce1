namespace Infra.Capture.Tests;

/// <summary>A preview's plan is what is there afterwards.</summary>
public sealed class PreviewTests
{
    private static readonly string _resource = Documents.Resource("aws:s3/bucket:Bucket", "");

    [Theory]
    [InlineData("create", true)]
    [InlineData("update", true)]
    [InlineData("same", true)]
    [InlineData("replace", true)]
    [InlineData("create-replacement", true)]
    [InlineData("import", true)]
    [InlineData("import-replacement", true)]
    [InlineData("read", true)]
    [InlineData("read-replacement", true)]
    [InlineData("refresh", true)]
    [InlineData("delete", false)]
    [InlineData("delete-replaced", false)]
    [InlineData("discard", false)]
    [InlineData("discard-replaced", false)]
    [InlineData("remove-pending-replace", false)]
    [InlineData("diff", false)]
    [InlineData("extend-parameterize", false)]
    public void A_step(string operation, bool leaves) => Assert.Equal(leaves ? ["x"] : [], Names(Step(operation, oldState: _resource, newState: leaves ? _resource : null)));

    [Fact]
    public void What_a_refresh_finds_gone_is_gone() =>
        Assert.Equal([], Names(Step("refresh", _resource, _resource), Step("refresh", _resource, null)));

    [Fact]
    public void What_a_refresh_finds_and_the_program_drops_is_gone() =>
        Assert.Equal([], Names(Step("refresh", _resource, _resource), Step("delete", _resource, null)));

    [Theory]
    [InlineData("delete-replaced")]
    [InlineData("delete")]
    public void The_old_one_of_a_replacement_is_not_the_new_one(string operation)
    {
        var old = Documents.Resource("aws:s3/bucket:Bucket", ", \"delete\": true");

        Assert.Equal(["x"], Names(Step("create-replacement", _resource, _resource), Step(operation, old, null)));
    }

    [Fact]
    public void A_parent_comes_before_its_children()
    {
        const string parent = """{"urn": "urn:pulumi:dev::p::p:index:Thing::parent", "custom": false, "type": "p:index:Thing"}""";
        const string child = """{"urn": "urn:pulumi:dev::p::p:index:Thing$p:index:Part::child", "custom": false, "type": "p:index:Part", "parent": "urn:pulumi:dev::p::p:index:Thing::parent"}""";

        Assert.Equal(["x", "parent", "child"], Names(Step("refresh", _resource, _resource), Step("refresh", child, child), Step("refresh", parent, parent)));
    }

    [Theory]
    [InlineData("""{"create": 1}""", 0)]
    [InlineData("""{"create": 1, "same": 4, "delete": 3, "refresh": 9}""", 4)]
    [InlineData("""{"create": 1, "same": 1, "update": 1, "replace": 1, "import": 1, "read": 1}""", 5)]
    public void What_is_left_out_is_counted(string summary, int omitted) =>
        Assert.Equal(omitted, Documents.Read(Text(summary, Step("create", null, _resource))).Omitted);

    [Fact]
    public void Messages_are_kept_with_their_resources()
    {
        var captured = Documents.Read(
            """
            {"steps": [], "diagnostics": [
              {"urn": "urn:pulumi:dev::p::t::y", "prefix": "", "message": "warning: deprecated\n", "severity": "warning"},
              {"urn": "", "message": "hello\n", "severity": "info#err"},
              {"message": "error: preview failed\n", "severity": "error"}
            ]}
            """);

        Assert.Equal("Preview /, 0 omitted\n! Warning y: deprecated\n! Info : hello\n! Error : preview failed", PlanText.Of(captured));
    }

    [Fact]
    public void One_that_broke_off_says_so() => Assert.Equal(
        "Preview /, 0 omitted\n! Error : the preview didn't come to its end: its document has no 'changeSummary'",
        PlanText.Of(Documents.Read("""{"config": {}}""")));

    [Fact]
    public void The_engines_reasons_are_kept()
    {
        var step = Assert.Single(Documents.Read(
            """
            {"steps": [{"op": "update", "urn": "urn:pulumi:dev::p::t:t:T::x", "newState": {"urn": "urn:pulumi:dev::p::t:t:T::x"}, "diffReasons": ["tags"], "replaceReasons": ["name"],
              "detailedDiff": {"tags.b": {"kind": "add", "inputDiff": true}, "name": {"kind": "update-replace", "inputDiff": false, "later": 1}}}], "changeSummary": {"update": 1}}
            """).Steps);

        Assert.Equal(("update", ["tags"], ["name"]), (step.Operation, step.DiffReasons, step.ReplaceReasons));
        Assert.Equal([new CapturedChange("name", "update-replace", false), new CapturedChange("tags.b", "add", true)], step.Changes);
        Assert.Equal([true, false], step.Changes.Select(static change => change.Replaces));
    }

    private static IEnumerable<string> Names(params string[] steps) => Documents.Read(Text("{}", steps)).Plan.Resources.Select(static resource => resource.Name);

    private static string Text(string summary, params string[] steps) => $$"""{"steps": [{{string.Join(", ", steps)}}], "changeSummary": {{summary}} }""";

    private static string Step(string operation, string? oldState, string? newState)
    {
        var state = (newState ?? oldState)!;
        var urn = Newtonsoft.Json.Linq.JObject.Parse(state)["urn"];
        return $$"""{"op": "{{operation}}", "urn": "{{urn}}", "oldState": {{oldState ?? "null"}}, "newState": {{newState ?? "null"}} }""";
    }
}
