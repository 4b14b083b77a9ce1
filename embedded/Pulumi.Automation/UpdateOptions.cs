namespace Pulumi.Automation;

public class UpdateOptions
{
    public UpdateOptions() => throw SignaturesOnly.Called();

    public string? Color
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public string? ConfigFile
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public string? Message
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public Action<string>? OnStandardError
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public Action<string>? OnStandardOutput
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public int? Parallel
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public List<string>? Target
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }
}
