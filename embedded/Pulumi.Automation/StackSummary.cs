namespace Pulumi.Automation;

public class StackSummary
{
    internal StackSummary() => throw SignaturesOnly.Called();

    public bool IsUpdateInProgress => throw SignaturesOnly.Called();

    public DateTimeOffset? LastUpdate => throw SignaturesOnly.Called();

    public string Name => throw SignaturesOnly.Called();

    public int? ResourceCount => throw SignaturesOnly.Called();

    public string? Url => throw SignaturesOnly.Called();
}
