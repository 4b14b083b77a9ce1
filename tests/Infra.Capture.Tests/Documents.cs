using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Capture.Tests;

/// <summary>Small documents of Pulumi's form.</summary>
internal static class Documents
{
    public const string Stack = """{"urn": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", "custom": false, "type": "pulumi:pulumi:Stack"}""";

    public const string Provider = "urn:pulumi:dev::p::pulumi:providers:aws::main";

    /// <summary>The state of a custom resource.</summary>
    /// <param name="type">Its type token; the name is <c>x</c>.</param>
    /// <param name="more">More keys, each with a comma in front.</param>
    public static string Resource(string type, string more) =>
        $$"""{"urn": "urn:pulumi:dev::p::{{type}}::x", "custom": true, "type": "{{type}}", "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", "provider": "{{Provider}}::4711"{{more}} }""";

    /// <summary>The state of a component; the name is <c>x</c>.</summary>
    public static string Component(string inputs) =>
        $$"""{"urn": "urn:pulumi:dev::p::p:index:Thing::x", "custom": false, "type": "p:index:Thing", "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", "inputs": {{inputs}} }""";

    public static string State(params string[] resources) => StateOf($"\"resources\": [{string.Join(", ", resources)}]");

    public static string StateOf(string deployment) => $$"""{"version": 3, "deployment": {"manifest": {"version": "v3.220.0"}, {{deployment}} } }""";

    /// <summary>A preview of creating the resources.</summary>
    public static string Preview(params string[] resources)
    {
        var steps = resources.Select(static state => $$"""{"op": "create", "urn": {{state[8..state.IndexOf(',', StringComparison.Ordinal)]}}, "newState": {{state}}, "detailedDiff": null}""");
        return $$"""{"config": {}, "steps": [{{string.Join(", ", steps)}}], "duration": 1, "changeSummary": {"create": {{resources.Length}} } }""";
    }

    public static CapturedPlan Read(string text) => CapturedPlan.Read(new StringReader(text));

    /// <summary>The one resource beside the stack.</summary>
    public static PlannedResource ReadOne(string state) => Assert.Single(Read(State(Stack, state)).Plan.Resources, static resource => resource.Name == "x");

    /// <summary>The inputs of such a resource, in the notation of a plan.</summary>
    public static string InputsOf(string state)
    {
        var plan = new Plan { Project = "", Stack = "", Resources = [ReadOne(state) with { Parent = null }] };
        return JObject.Parse(PlanJson.ToText(plan))["resources"]![0]!["inputs"]!.ToString(Formatting.None);
    }
}
