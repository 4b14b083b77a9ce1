namespace Pulumi.Automation;

public class UpdateResult
{
    internal UpdateResult() => throw SignaturesOnly.Called();

    public string StandardOutput => throw SignaturesOnly.Called();

    public UpdateSummary Summary => throw SignaturesOnly.Called();
}
