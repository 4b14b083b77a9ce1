using System.Collections.Immutable;

namespace Pulumi.Automation;

public sealed class UpdateSummary
{
    internal UpdateSummary() => throw SignaturesOnly.Called();

    public DateTimeOffset EndTime => throw SignaturesOnly.Called();

    public IImmutableDictionary<string, string> Environment => throw SignaturesOnly.Called();

    public UpdateKind Kind => throw SignaturesOnly.Called();

    public string Message => throw SignaturesOnly.Called();

    public IImmutableDictionary<OperationType, int>? ResourceChanges => throw SignaturesOnly.Called();

    public UpdateState Result => throw SignaturesOnly.Called();

    public DateTimeOffset StartTime => throw SignaturesOnly.Called();

    public int? Version => throw SignaturesOnly.Called();
}
