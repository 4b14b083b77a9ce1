using Pulumi.Automation.Commands;

namespace Pulumi.Automation;

public class LocalWorkspaceOptions
{
    public LocalWorkspaceOptions() => throw SignaturesOnly.Called();

    public IDictionary<string, string?>? EnvironmentVariables
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public PulumiCommand? PulumiCommand
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public string? SecretsProvider
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public string? WorkDir
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }
}
