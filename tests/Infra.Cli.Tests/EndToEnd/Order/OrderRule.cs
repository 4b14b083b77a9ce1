using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Order;

/// <summary>Pairs of resources of which one is made after, and deleted before, the other.</summary>
/// <param name="Name">What comes first, and what after it.</param>
/// <param name="Reason">What goes wrong otherwise.</param>
/// <param name="Pairs">The pairs of a plan.</param>
internal sealed record OrderRule(string Name, string Reason, Func<OrderedPlan, IEnumerable<(JObject Later, JObject Earlier)>> Pairs);
