using System.Collections.Immutable;

namespace Pulumi.Automation;

public class WhoAmIResult
{
    public WhoAmIResult(string user, string? url, ImmutableArray<string> organizations) => throw SignaturesOnly.Called();

    public ImmutableArray<string> Organizations => throw SignaturesOnly.Called();

    public string? Url => throw SignaturesOnly.Called();

    public string User => throw SignaturesOnly.Called();
}
