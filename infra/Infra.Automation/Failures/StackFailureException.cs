using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>What asks the engine something has no answer. Operations that change something don't throw it: they have a result in any case.</summary>
public sealed class StackFailureException : Exception
{
    public StackFailureException(ValueList<StackFailure> failures, Exception? innerException = null)
        : base(string.Join('\n', failures), innerException) => Failures = failures;

    /// <summary>At least one.</summary>
    public ValueList<StackFailure> Failures { get; }
}
