using Pulumi.Embedded;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program: under mocks (TestAsync) or in the embedded engine (RunAsync).</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> _instance = new();
    private readonly DeploymentSettings _settings;
    private Stack? _stack;

    internal Deployment(DeploymentSettings settings, IMonitor monitor)
    {
        _settings = settings;
        Monitor = monitor;
        Runner = new Runner();
        Registrar = new Registrar(this);
        Invoker = new Invoker(this);
    }

    public static DeploymentInstance Instance
        => _instance.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static Deployment Current => Instance.Deployment;

    internal IMonitor Monitor { get; }

    internal Runner Runner { get; }

    internal Registrar Registrar { get; }

    internal Invoker Invoker { get; }

    internal DeploymentSettings Settings => _settings;

    internal bool IsDryRun => _settings.IsPreview;

    internal Stack Stack
    {
        get => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set => _stack = value;
    }

    /// <summary>There is no engine whose version could be too old.</summary>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        _ = Instance;
        return Task.CompletedTask;
    }

    public Task AwaitPendingRegistrations() => Task.CompletedTask;

    public Task<bool> MonitorSupportsInvokeTransforms() => Task.FromResult(Monitor is MockMonitor);

    public Task<bool> MonitorSupportsResourceHooks() => Task.FromResult(Monitor is MockMonitor);

    public void RegisterInvokeTransform(InvokeTransform transform) => ArgumentNullException.ThrowIfNull(transform);

    internal static Deployment? TryGetCurrent() => _instance.Value?.Deployment;

    /// <summary>A pending or failed output belongs to the run in which it was made.</summary>
    internal static void TrackOutput(Task task) => TryGetCurrent()?.Runner.Track(task);

    /// <summary>A callback that follows from a task: nobody else says that it is running.</summary>
    internal static TResult RunCallback<T, TResult>(Func<T, TResult> callback, T value)
    {
        var runner = TryGetCurrent()?.Runner;
        runner?.BeginUserTask();
        try
        {
            return callback(value);
        }
        finally
        {
            runner?.EndUserTask();
        }
    }

    /// <summary>
    /// A task that the user made. It counts as the user's until everything that waited for it has been run, so that a
    /// run is never taken for stuck in between.
    /// </summary>
    internal static Task<OutputData<T>> RunUserTask<T>(Task<T> task, bool isSecret)
    {
        var runner = TryGetCurrent()?.Runner;
        var completion = new TaskCompletionSource<OutputData<T>>();
        runner?.BeginUserTask();
        _ = CompleteAsync();
        return completion.Task;

        async Task CompleteAsync()
        {
            try
            {
                var value = await task.ConfigureAwait(false);
                completion.SetResult(new OutputData<T>(value, ResourceSet.Empty, isKnown: true, isSecret));
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
            finally
            {
                runner?.EndUserTask();
            }
        }
    }

    internal void Log(EngineSeverity severity, string message, Resource? resource)
        => Monitor.Log(severity, message, resource);

    private static void Enter(Deployment deployment)
    {
        if (_instance.Value is not null)
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        _instance.Value = new DeploymentInstance(deployment);
    }
}
