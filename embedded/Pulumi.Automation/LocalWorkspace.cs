using System.Collections.Immutable;

namespace Pulumi.Automation;

public sealed class LocalWorkspace : Workspace
{
    internal LocalWorkspace() => throw SignaturesOnly.Called();

    public override string PulumiVersion => throw SignaturesOnly.Called();

    public static Task<LocalWorkspace> CreateAsync(LocalWorkspaceOptions? options = null, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task CreateStackAsync(string stackName, CancellationToken cancellationToken) => throw SignaturesOnly.Called();

    protected override void Dispose(bool disposing) => base.Dispose(disposing);

    public override Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(string stackName, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(string stackName, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task ImportStackAsync(string stackName, StackDeployment state, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task<ImmutableList<StackSummary>> ListStacksAsync(CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task RemoveConfigAsync(string stackName, string key, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task SetConfigAsync(string stackName, string key, ConfigValue value, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task<WhoAmIResult> WhoAmIAsync(CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();
}
