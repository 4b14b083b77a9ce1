using Infra.Core.Tenants;

namespace Infra.Stacks.Tenants;

/// <summary>What one thing of a tenant asks for at its most.</summary>
/// <param name="Kind">What it is, in the singular.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where the configuration has it.</param>
/// <param name="Held">What it may hold for as long as it likes.</param>
/// <param name="Surplus">What it has beside that while it is updated.</param>
internal sealed record TenantDemand(string Kind, string Name, string Path, QuotaAmounts Held, QuotaAmounts Surplus)
{
    /// <summary>All of it.</summary>
    public QuotaAmounts Most => Held + Surplus;

    /// <summary>What all of them may ask for at a time: they needn't be updated together, so that one surplus is enough, the greatest of each resource.</summary>
    public static QuotaAmounts Together(IReadOnlyCollection<TenantDemand> demands) =>
        QuotaAmounts.Sum(demands.Select(demand => demand.Held)) + QuotaAmounts.Most(demands.Select(demand => demand.Surplus));
}
