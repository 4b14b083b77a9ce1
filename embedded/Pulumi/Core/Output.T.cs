namespace Pulumi;

/// <summary>
/// A value that may come later, may stay unknown and may be secret, with the resources it depends on.
/// A value that is already there costs no task: callbacks of <c>Apply</c> then run inside the call.
/// </summary>
public sealed class Output<T> : IOutput
{
    private OutputData<T> _data;
    private object? _pending; // null once _data is valid; else Task<OutputData<T>> or OutputSource<T>

    internal Output(OutputData<T> data) => _data = data;

    internal Output(OutputSource<T> source) => _pending = source;

    internal Output(Task<OutputData<T>> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            _data = task.Result;
            return;
        }

        _pending = task;
        Deployment.TrackOutput(task);
    }

    internal Output(T value, bool isKnown = true, bool isSecret = false)
        : this(new OutputData<T>(value, ResourceSet.Empty, isKnown, isSecret))
    {
    }

    public static Output<T> Create(Task<T> value) => Create(value, isSecret: false);

    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Apply(async value =>
        {
            await func(value).ConfigureAwait(false);
            return ValueTuple.Create();
        });

    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
        => Apply<TResult>(value => new Output<TResult>(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
        => Apply<TResult>(value => Output<TResult>.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
        => Apply<TResult>(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        if (!TryGetData(out var data))
            return new Output<TResult>(ApplyAsync(func));
        if (!data.IsKnown)
            return new Output<TResult>(data.With<TResult>(default!));

        Output<TResult>? inner;
        try
        {
            inner = func(data.Value);
        }
        catch (Exception exception)
        {
            return new Output<TResult>(Task.FromException<OutputData<TResult>>(exception));
        }

        if (inner is null)
            return new Output<TResult>(data.With<TResult>(default!));
        if (inner.TryGetData(out var innerData))
            return data.Resources.IsEmpty && !data.IsSecret ? inner : new Output<TResult>(data.Then(innerData));
        return new Output<TResult>(ThenAsync(data, inner));
    }

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func)
        => Apply<TResult>(value => func(value));

    public override string ToString()
    {
        var message = string.Join(
            Environment.NewLine,
            "Calling [ToString] on an [Output<T>] is not supported.",
            "",
            "To get the value of an Output<T> as an Output<string> consider:",
            "1. o.Apply(v => $\"prefix{v}suffix\")",
            "2. Output.Format($\"prefix{hostname}suffix\");",
            "",
            "See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.");
        var strict = Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING");
        if (strict == "1" || string.Equals(strict, "true", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException(message);
        Log.Warn(message);
        return message + Environment.NewLine + "This function may throw in a future version of Pulumi.";
    }

    bool IOutput.TryGetObject(out OutputData<object?> data)
    {
        var there = TryGetData(out var typed);
        data = there ? typed.With<object?>(typed.Value) : default;
        return there;
    }

    async Task<OutputData<object?>> IOutput.GetObjectAsync()
    {
        var data = await GetDataAsync().ConfigureAwait(false);
        return data.With<object?>(data.Value);
    }

    internal static Output<T> Create(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsCompletedSuccessfully
            ? new Output<T>(value.Result, isKnown: true, isSecret)
            : new Output<T>(Deployment.RunUserTask(value, isSecret));
    }

    /// <summary>The same output with other data; waits only when it must.</summary>
    internal Output<TResult> Map<TResult>(Func<OutputData<T>, OutputData<TResult>> map)
    {
        if (!TryGetData(out var data))
            return new Output<TResult>(MapAsync());
        try
        {
            return new Output<TResult>(map(data));
        }
        catch (Exception exception)
        {
            return new Output<TResult>(Task.FromException<OutputData<TResult>>(exception));
        }

        async Task<OutputData<TResult>> MapAsync() => map(await GetDataAsync().ConfigureAwait(false));
    }

    /// <summary>The data if it is there; false when it is pending or has failed (then <see cref="GetDataAsync"/> tells).</summary>
    internal bool TryGetData(out OutputData<T> data)
    {
        var pending = Volatile.Read(ref _pending);
        if (pending is null)
        {
            data = _data;
            return true;
        }

        return TryComplete(pending, out data);
    }

    internal ValueTask<OutputData<T>> GetDataAsync()
    {
        if (TryGetData(out var data))
            return ValueTask.FromResult(data);
        return new ValueTask<OutputData<T>>(_pending switch
        {
            Task<OutputData<T>> task => task,
            OutputSource<T> source => source.GetAsync(),
            _ => Task.FromResult(_data),
        });
    }

    internal async ValueTask<T> GetValueAsync(T whenUnknown)
    {
        var data = await GetDataAsync().ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    private bool TryComplete(object pending, out OutputData<T> data)
    {
        switch (pending)
        {
            case Task<OutputData<T>> { IsCompletedSuccessfully: true } task:
                data = task.Result;
                break;
            case OutputSource<T> source when source.TryGet(out data):
                break;
            default:
                data = default;
                return false;
        }

        lock (pending)
        {
            if (_pending is not null)
                _data = data;
            Volatile.Write(ref _pending, null);
        }

        return true;
    }

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await GetDataAsync().ConfigureAwait(false);
        if (!data.IsKnown)
            return data.With<TResult>(default!);
        var inner = Deployment.RunCallback(func, data.Value);
        return inner is null
            ? data.With<TResult>(default!)
            : data.Then(await inner.GetDataAsync().ConfigureAwait(false));
    }

    private static async Task<OutputData<TResult>> ThenAsync<TResult>(OutputData<T> data, Output<TResult> inner)
        => data.Then(await inner.GetDataAsync().ConfigureAwait(false));
}
