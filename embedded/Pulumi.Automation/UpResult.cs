using System.Collections.Immutable;

namespace Pulumi.Automation;

public sealed class UpResult : UpdateResult
{
    internal UpResult() => throw SignaturesOnly.Called();

    public IImmutableDictionary<string, OutputValue> Outputs => throw SignaturesOnly.Called();
}
