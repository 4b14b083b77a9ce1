using Infra.Core.Prices;
using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>What is paid by use: it has a price and no quantity, and is in no total.</summary>
/// <param name="Id">What it is asked for by.</param>
/// <param name="What">For people.</param>
/// <param name="Rate">What one costs.</param>
/// <param name="DependsOn">What the quantity depends on.</param>
/// <param name="Resources">What of the plan it pays for.</param>
public sealed record UsageLine(string Id, string What, ListPrice Rate, string DependsOn, ValueList<Urn> Resources);
