using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Bootstrap;

/// <summary>Statements of IAM policies, and the documents of them.</summary>
internal static class Statement
{
    public static JObject Allow(string id, string action, params string[] resources) => Allow(id, [action], resources);

    public static JObject Allow(string id, string[] actions, params string[] resources) => Of(id, "Allow", new JProperty("Action", Values(actions)), new JProperty("Resource", Values(resources)));

    public static JObject AllowElsewhere(string id, string action, params string[] resources) => Of(id, "Allow", new JProperty("Action", action), new JProperty("NotResource", Values(resources)));

    public static JObject AllowAllBut(string id, params string[] actions) => Of(id, "Allow", new JProperty("NotAction", Values(actions)), new JProperty("Resource", "*"));

    public static JObject Deny(string id, string[] actions, params string[] resources) => Of(id, "Deny", new JProperty("Action", Values(actions)), new JProperty("Resource", Values(resources)));

    /// <summary>The same where a key of the request has one of these values.</summary>
    public static JObject Where(this JObject statement, string test, string key, params string[] values)
    {
        var conditions = (JObject)(statement["Condition"] ??= new JObject());
        var tests = (JObject)(conditions[test] ??= new JObject());
        tests[key] = Values(values);
        return statement;
    }

    /// <summary>A document of these statements.</summary>
    public static string Document(params IEnumerable<JObject> statements) =>
        new JObject { ["Version"] = "2012-10-17", ["Statement"] = new JArray(statements) }.ToString(Formatting.None);

    private static JObject Of(string id, string effect, params JProperty[] what) => new(new JProperty("Sid", id), new JProperty("Effect", effect), what);

    private static JToken Values(string[] values) => values is [var only] ? only : new JArray(values);
}
