using Infra.Planning.Model;

namespace Infra.Cli.Live;

/// <summary>A resource that the engine has begun with.</summary>
/// <param name="Operation">Pulumi's word.</param>
/// <param name="Since">When, from the beginning of the work on.</param>
/// <param name="Status">What its provider said last; null for nothing.</param>
internal sealed record ResourceInWork(Urn Urn, string Operation, TimeSpan Since, string? Status = null);
