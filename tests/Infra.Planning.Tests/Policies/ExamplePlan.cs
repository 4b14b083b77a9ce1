using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Tests.Policies;

/// <summary>A plan written in Pulumi's own YAML, <c>resources</c> with type, properties and options, and manifests beside it. What refers to another resource is unknown, as in a preview.</summary>
internal static class ExamplePlan
{
    private const string Prefix = "urn:pulumi:test::example::";

    public static Plan Of(IEnumerable<JObject> documents) => PlanJson.Read(new StringReader(new JObject
    {
        ["schemaVersion"] = 1,
        ["project"] = "example",
        ["stack"] = "test",
        ["resources"] = new JArray(Resources([.. documents])),
    }.ToString()));

    private static IEnumerable<JObject> Resources(List<JObject> documents)
    {
        var types = documents.SelectMany(Named).ToDictionary(one => one.Name, one => (string)one.Value["type"]!);
        return documents.SelectMany(document => document["resources"] is JObject
            ? Named(document).Select(one => Resource(one.Name, (JObject)one.Value, types))
            : [Manifest(document)]);
    }

    private static IEnumerable<JProperty> Named(JObject document) => (document["resources"] as JObject ?? []).Properties();

    private static JObject Resource(string name, JObject resource, Dictionary<string, string> types)
    {
        var type = (string)resource["type"]!;
        var options = (JObject?)resource["options"]?.DeepClone() ?? [];
        var dependencies = References(resource).Where(types.ContainsKey).Distinct().Select(other => $"{Prefix}{types[other]}::{other}").ToList();
        var provider = (string?)options["provider"];
        foreach (var own in new[] { "provider", "dependsOn" })
        {
            options.Remove(own);
        }

        if (options["customTimeouts"]?["create"] is { } create)
        {
            options["customTimeouts"]!["create"] = int.Parse(((string)create!).TrimEnd('m')) * 60;
        }

        return Planned($"{Prefix}{type}::{name}", type, name, (JObject)Value(resource["properties"]!), dependencies, options, provider);
    }

    private static JObject Manifest(JObject manifest)
    {
        var version = (string)manifest["apiVersion"]!;
        var (type, name) = ($"kubernetes:{(version.Contains('/') ? version : $"core/{version}")}:{manifest["kind"]}", (string)manifest["metadata"]!["name"]!);
        return Planned($"{Prefix}{type}::{name}", type, name, (JObject)Value(manifest), [], [], null);
    }

    private static JObject Planned(string urn, string type, string name, JObject inputs, IEnumerable<string> dependencies, JObject options, string? provider)
    {
        var package = type.Split(':')[0];
        var resource = new JObject { ["urn"] = urn, ["type"] = type, ["name"] = name, ["inputs"] = inputs, ["dependencies"] = new JArray(dependencies), ["options"] = options };
        if (package is "aws" or "kubernetes")
        {
            resource["provider"] = $"{Prefix}pulumi:providers:{package}::{provider ?? "main"}";
        }

        return resource;
    }

    private static IEnumerable<string> References(JToken token) =>
        token.SelectTokens("$..*").Append(token).OfType<JValue>().Select(value => value.Value as string).OfType<string>()
            .Where(text => text.StartsWith("${", StringComparison.Ordinal)).Select(text => text[2..^1].Split('.')[0]);

    private static JToken Value(JToken token) => token switch
    {
        JObject map when map["fn::secret"] is not null => new JObject { ["$secret"] = true },
        JObject map => new JObject(map.Properties().Select(property => new JProperty(property.Name, Value(property.Value)))),
        JArray list => new JArray(list.Select(Value)),
        JValue { Value: string text } when text.StartsWith("${", StringComparison.Ordinal) => new JObject { ["$unknown"] = true },
        _ => token.DeepClone(),
    };
}
