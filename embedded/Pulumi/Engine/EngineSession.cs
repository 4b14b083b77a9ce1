namespace Pulumi.Embedded;

/// <summary>Connects <see cref="EmbeddedEngine"/> with the <see cref="Deployment"/> that the program starts inside it.</summary>
internal sealed class EngineSession(EngineOptions options) : IDisposable
{
    private static readonly AsyncLocal<EngineSession?> _current = new();
    private Deployment? _deployment;
    private Watchdog? _watchdog;

    public static EngineSession? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    public bool IsStarted => _deployment is not null;

    public EngineMonitor Monitor { get; } = new(options);

    public Deployment Start()
    {
        if (_deployment is not null)
            throw new InvalidOperationException("The program has called Deployment.RunAsync twice; a program has one stack.");
        _deployment = new Deployment(
            new DeploymentSettings(options.Organization, options.Project, options.Stack, options.RootDirectory, options.Mode == EngineMode.Preview),
            Monitor);
        if (options.Waiting is { } waiting)
            _watchdog = new Watchdog(_deployment.Runner, options.TimeProvider, waiting);
        return _deployment;
    }

    public void Dispose() => _watchdog?.Dispose();

    /// <summary>Waits for the program's end and reports what went wrong; gives the exit code.</summary>
    public async Task<int> FinishAsync()
    {
        var end = await _deployment!.Runner.WhenIdleOrStuckAsync(options.TimeProvider).ConfigureAwait(false);
        foreach (var failure in EngineFailures.WithoutConsequences(end.Failures))
            Monitor.Report(failure);
        if (end.IsStuck)
            Monitor.Log(EngineSeverity.Error, StuckReport.Of(end.Registering), null);
        if (end.Failures.Count > 0 || end.IsStuck)
            return Deployment.ReportedErrors;
        return Monitor.HasErrors ? 1 : 0;
    }
}
