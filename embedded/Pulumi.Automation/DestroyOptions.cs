namespace Pulumi.Automation;

public sealed class DestroyOptions : UpdateOptions
{
    public DestroyOptions() => throw SignaturesOnly.Called();

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
