namespace Pulumi.Automation;

public sealed class UpOptions : UpdateOptions
{
    public UpOptions() => throw SignaturesOnly.Called();

    public bool? ContinueOnError
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public bool? Refresh
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
