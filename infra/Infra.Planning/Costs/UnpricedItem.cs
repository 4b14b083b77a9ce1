using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>What costs money and has no price here; in no total, and never hidden.</summary>
/// <param name="Id">What it is asked for by.</param>
/// <param name="What">For people.</param>
/// <param name="Reason">Why there is no figure.</param>
/// <param name="Resources">What of the plan it is.</param>
public sealed record UnpricedItem(string Id, string What, string Reason, ValueList<Urn> Resources);
