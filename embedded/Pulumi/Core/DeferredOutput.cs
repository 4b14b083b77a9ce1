namespace Pulumi;

/// <summary>An output whose value another output gives later.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new();
    private int _resolved;

    public DeferredOutput() => Output = new Output<T>(_source.Task);

    public Output<T> Output { get; }

    public void Resolve(Output<T> output)
    {
        if (Interlocked.Exchange(ref _resolved, 1) == 1)
            throw new InvalidOperationException("DeferredOutput can only be resolved once.");
        _ = CompleteAsync(output);
    }

    private async Task CompleteAsync(Output<T> output)
    {
        try
        {
            _source.SetResult(await output.GetDataAsync().ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            _source.SetException(exception);
        }
    }
}
