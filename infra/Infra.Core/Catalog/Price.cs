namespace Infra.Core.Catalog;

/// <summary>A Linux on-demand list price.</summary>
/// <param name="Region">The AWS region, for example <c>us-east-1</c>.</param>
/// <param name="UsdPerHour">US dollars per instance and hour, without tax and discounts.</param>
/// <param name="Source">Where it was read; its date is the age of the price.</param>
public sealed record Price(string Region, decimal UsdPerHour, FactSource Source);
