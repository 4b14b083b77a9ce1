namespace Pulumi.Automation;

public sealed class PendingCreateValue
{
    public PendingCreateValue(string urn, string id) => throw SignaturesOnly.Called();

    public string Id
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public string Urn
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }
}
