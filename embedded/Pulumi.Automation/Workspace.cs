using System.Collections.Immutable;

namespace Pulumi.Automation;

public abstract class Workspace : IDisposable
{
    internal Workspace() => throw SignaturesOnly.Called();

    public abstract string PulumiVersion { get; }

    public abstract Task CreateStackAsync(string stackName, CancellationToken cancellationToken);

    protected virtual void Dispose(bool disposing) => throw SignaturesOnly.Called();

    public void Dispose() => throw SignaturesOnly.Called();

    public abstract Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(string stackName, CancellationToken cancellationToken = default);

    public abstract Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(string stackName, CancellationToken cancellationToken = default);

    public abstract Task ImportStackAsync(string stackName, StackDeployment state, CancellationToken cancellationToken = default);

    public abstract Task<ImmutableList<StackSummary>> ListStacksAsync(CancellationToken cancellationToken = default);

    public abstract Task RemoveConfigAsync(string stackName, string key, CancellationToken cancellationToken = default);

    public abstract Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default);

    public abstract Task SetConfigAsync(string stackName, string key, ConfigValue value, CancellationToken cancellationToken = default);

    public abstract Task<WhoAmIResult> WhoAmIAsync(CancellationToken cancellationToken = default);
}
