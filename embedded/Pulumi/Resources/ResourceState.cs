namespace Pulumi;

/// <summary>What has become of a resource's registration. Its outputs and the registrations that depend on it read it.</summary>
internal sealed class ResourceState(Resource resource)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _completion;
    private Exception? _failure;

    public Resource Resource { get; } = resource;

    public ResourceResponse? Response { get; private set; }

    /// <summary>What the registration waits for; for the report of a program that can't go on.</summary>
    public string? WaitsFor { get; private set; }

    public Resource? WaitsForResource { get; private set; }

    public Task WhenCompleted
    {
        get
        {
            lock (_gate)
            {
                if (Response is not null)
                    return Task.CompletedTask;
                if (_failure is not null)
                    return Task.FromException(_failure);
                return (_completion ??= new TaskCompletionSource()).Task;
            }
        }
    }

    public void WaitFor(string what, Resource? other = null) => (WaitsFor, WaitsForResource) = (what, other);

    public void Complete(ResourceResponse response)
    {
        lock (_gate)
            Response = response;
        _completion?.SetResult();
    }

    public void Fail(Exception exception)
    {
        lock (_gate)
            _failure = exception;
        _completion?.SetException(exception);
    }
}
