using System.Collections.Immutable;

namespace Pulumi.Automation;

public sealed class WorkspaceStack : IDisposable
{
    internal WorkspaceStack() => throw SignaturesOnly.Called();

    public Task CancelAsync(CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public Task<UpdateResult> DestroyAsync(DestroyOptions? options = null, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public void Dispose() => throw SignaturesOnly.Called();

    public Task<ImmutableList<UpdateSummary>> GetHistoryAsync(HistoryOptions? options = null, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public Task<UpdateResult> RefreshAsync(RefreshOptions? options = null, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public static Task<WorkspaceStack> SelectAsync(string name, Workspace workspace, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public Task<UpResult> UpAsync(UpOptions? options = null, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();
}
