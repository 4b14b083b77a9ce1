namespace Infra.Core.Catalog;

/// <summary>What spot saved over on-demand.</summary>
/// <param name="Region">The AWS region.</param>
/// <param name="Percent">Average of the 30 days before the source's date.</param>
/// <param name="Source">Where it was read.</param>
public sealed record SpotSaving(string Region, int Percent, FactSource Source);
