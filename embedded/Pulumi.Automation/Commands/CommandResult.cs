namespace Pulumi.Automation.Commands;

public sealed class CommandResult
{
    public CommandResult(int code, string standardOutput, string standardError) => throw SignaturesOnly.Called();

    public int Code => throw SignaturesOnly.Called();

    public string StandardError => throw SignaturesOnly.Called();

    public string StandardOutput => throw SignaturesOnly.Called();
}
