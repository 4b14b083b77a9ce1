namespace Pulumi.Automation;

public sealed class HistoryOptions
{
    public HistoryOptions() => throw SignaturesOnly.Called();

    public int? Page
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public int? PageSize
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
