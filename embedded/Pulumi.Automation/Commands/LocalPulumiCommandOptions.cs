namespace Pulumi.Automation.Commands;

public class LocalPulumiCommandOptions
{
    public LocalPulumiCommandOptions() => throw SignaturesOnly.Called();
}
