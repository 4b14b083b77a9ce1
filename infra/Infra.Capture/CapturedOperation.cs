using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>An operation that a state knows no end of. Source: <c>OperationV2</c> of pulumi/pulumi, sdk/go/common/apitype/core.go.</summary>
/// <param name="Kind">Pulumi's word: <c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>reading</c>, <c>importing</c>.</param>
/// <param name="Id">The provider's id; null where there was none yet.</param>
public sealed record CapturedOperation(Urn Urn, string Kind, string? Id);
