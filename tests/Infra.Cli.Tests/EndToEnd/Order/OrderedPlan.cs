using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Order;

/// <summary>
/// A plan by the order in which Pulumi's engine makes and deletes: a resource comes after, and goes before, its parent, its provider, what it
/// depends on and what it is deleted with (pulumi/pulumi, sdk/go/common/resource/graph, DependenciesOf). What nothing of this joins may go at
/// the same time.
/// </summary>
internal sealed class OrderedPlan
{
    private readonly Dictionary<string, HashSet<string>> _needs = [];
    private readonly ILookup<string, JObject> _byType;
    private readonly ILookup<string, JObject> _byParent;

    public OrderedPlan(string name, Plan plan)
    {
        Name = name;
        Resources = [.. JObject.Parse(PlanJson.ToText(plan))["resources"]!.Cast<JObject>()];
        _byType = Resources.ToLookup(resource => (string)resource["type"]!);
        _byParent = Resources.ToLookup(resource => (string?)resource["parent"] ?? "");
        foreach (var resource in Resources)
        {
            var needs = new HashSet<string>();
            foreach (var direct in Direct(resource))
            {
                needs.Add(direct);
                needs.UnionWith(_needs[direct]);
            }

            _needs.Add(Urn(resource), needs);
        }
    }

    /// <summary>Name of the environment.</summary>
    public string Name { get; }

    /// <summary>All resources, as documents of the plan.</summary>
    public IReadOnlyList<JObject> Resources { get; }

    /// <summary>Resources of these types.</summary>
    public IEnumerable<JObject> Of(params string[] types) => types.SelectMany(type => _byType[type]);

    /// <summary>Children of a resource's parent with these types, itself perhaps among them.</summary>
    public IEnumerable<JObject> BesideOf(JObject resource, params string[] types) => ChildrenOf((string)resource["parent"]!, types);

    /// <summary>Children of a component with these types.</summary>
    public IEnumerable<JObject> ChildrenOf(string component, params string[] types) =>
        _byParent[component].Where(child => types.Contains((string)child["type"]!));

    /// <summary>Whether the engine makes one only after the other, and deletes it only before the other.</summary>
    public bool ComesAfter(JObject later, JObject earlier) => _needs[Urn(later)].Contains(Urn(earlier));

    public static string Urn(JObject resource) => (string)resource["urn"]!;

    private static IEnumerable<string> Direct(JObject resource) =>
        ((string?[])[(string?)resource["parent"], (string?)resource["provider"], (string?)resource.SelectToken("options.deletedWith")])
        .OfType<string>()
        .Concat((resource["dependencies"] ?? new JArray()).Values<string>().OfType<string>());
}
