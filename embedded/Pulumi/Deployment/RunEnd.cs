namespace Pulumi;

/// <param name="IsStuck">Something still waits that nothing can resolve any more.</param>
/// <param name="Registering">The registrations among it.</param>
internal sealed record RunEnd(IReadOnlyList<RunFailure> Failures, bool IsStuck, IReadOnlyList<ResourceState> Registering);
