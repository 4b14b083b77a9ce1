namespace Pulumi.Automation;

public sealed class RefreshOptions : UpdateOptions
{
    public RefreshOptions() => throw SignaturesOnly.Called();

    public bool? ClearPendingCreates
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public List<PendingCreateValue>? ImportPendingCreates
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public bool? ShowSecrets
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }
}
