namespace Infra.Planning.Placement;

/// <summary>A quota of AWS on vCPUs of running instances in a region, and what the plan needs of it.</summary>
/// <param name="Code">The quota's code, e.g. <c>L-DB2E81BA</c>.</param>
/// <param name="Name">The quota's name.</param>
/// <param name="Minimum">vCPUs that run at minimum.</param>
/// <param name="Maximum">vCPUs that run at maximum.</param>
/// <param name="Limit">vCPUs if every pool were as large as it may be; null where a pool has no limit.</param>
public sealed record VcpuQuota(string Code, string Name, int Minimum, int Maximum, int? Limit);
