using Infra.Planning.Model;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary>Plans with objects in a cluster.</summary>
internal static class RenderedPlans
{
    /// <summary>What needs something comes before it, and nothing says that it depends on anything.</summary>
    public static Plan WithObjects(string environment)
    {
        var plan = CommandLineFixture.PlanOf(environment);
        PlannedResource Object(string type, string apiVersion, string kind, string metadata, string more = "") => new()
        {
            Urn = Urn.Parse($"urn:pulumi:{environment}::gpu-inference::kubernetes:{type}::{kind.ToLowerInvariant()}"),
            Provider = Urn.Parse($"urn:pulumi:{environment}::gpu-inference::pulumi:providers:kubernetes::k8s"),
            Inputs = ((PlanValue.Object)Value(JObject.Parse($$"""{"apiVersion": "{{apiVersion}}", "kind": "{{kind}}", "metadata": {{{metadata}}}{{more}}}"""))).Properties,
        };
        return plan with
        {
            Resources =
            [
                .. plan.Resources,
                Object("acme.com/v1:Pool", "acme.com/v1", "Pool", "\"name\": \"gpu\""),
                Object("core/v1:ConfigMap", "v1", "ConfigMap", "\"name\": \"a\", \"namespace\": \"inference\""),
                Object("core/v1:Namespace", "v1", "Namespace", "\"name\": \"inference\""),
                Object(
                    "apiextensions.k8s.io/v1:CustomResourceDefinition", "apiextensions.k8s.io/v1", "CustomResourceDefinition", "\"name\": \"pools.acme.com\"",
                    """, "spec": {"group": "acme.com", "names": {"kind": "Pool"}}"""),
            ],
        };
    }

    public static PlanValue Value(JToken token) => token is JObject map
        ? new PlanValue.Object(ValueMap.Create(map.Properties().Select(property => KeyValuePair.Create(property.Name, Value(property.Value)))))
        : new PlanValue.String((string)token!);

    public static Plan WithNamespace(string environment, string? name)
    {
        var plan = CommandLineFixture.PlanOf(environment);
        PlanValue Text(string text) => new PlanValue.String(text);
        var metadata = ValueMap.Create([KeyValuePair.Create("name", name is null ? PlanValue.Unknown.Instance : Text(name))]);
        return plan with
        {
            Resources =
            [
                .. plan.Resources,
                new PlannedResource
                {
                    Urn = Urn.Parse($"urn:pulumi:{environment}::gpu-inference::kubernetes:core/v1:Namespace::n"),
                    Provider = Urn.Parse($"urn:pulumi:{environment}::gpu-inference::pulumi:providers:kubernetes::k8s"),
                    Inputs = ValueMap.Create(
                    [
                        KeyValuePair.Create("apiVersion", Text("v1")),
                        KeyValuePair.Create("kind", Text("Namespace")),
                        KeyValuePair.Create<string, PlanValue>("metadata", new PlanValue.Object(metadata)),
                    ]),
                },
            ],
        };
    }
}
