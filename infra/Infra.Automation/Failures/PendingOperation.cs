using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>An operation that was going on when the engine was killed: nobody knows whether it was done.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Kind">Pulumi's word: <c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>reading</c>, <c>importing</c>.</param>
/// <param name="Id">The provider's id; null where there was none yet.</param>
public sealed record PendingOperation(Urn Urn, string Kind, string? Id)
{
    internal const string Creating = "creating";
}
