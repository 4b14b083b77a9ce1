namespace Infra.Core.Catalog;

/// <summary>A Linux on-demand list price.</summary>
/// <param name="UsdPerHour">US dollars per instance and hour, without tax and discounts.</param>
/// <param name="Source">Where it was read; its date is the age of the price.</param>
public sealed record Price(decimal UsdPerHour, FactSource Source);
