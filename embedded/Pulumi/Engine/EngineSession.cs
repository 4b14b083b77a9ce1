namespace Pulumi.Embedded;

/// <summary>Connects <see cref="EmbeddedEngine"/> with the <see cref="Deployment"/> that the program starts inside it.</summary>
internal sealed class EngineSession(EngineOptions options)
{
    private static readonly AsyncLocal<EngineSession?> _current = new();
    private readonly EngineMonitor _monitor = new(options);
    private Deployment? _deployment;

    public static EngineSession? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    public bool IsStarted => _deployment is not null;

    public EngineMonitor Monitor => _monitor;

    public Deployment Start()
    {
        if (_deployment is not null)
            throw new InvalidOperationException("The program has called Deployment.RunAsync twice; a program has one stack.");
        return _deployment = new Deployment(
            new DeploymentSettings(options.Organization, options.Project, options.Stack, options.RootDirectory, options.IsPreview),
            _monitor);
    }

    /// <summary>Waits for the program's end; whether it was a good one.</summary>
    public async Task<bool> FinishAsync()
    {
        var end = await _deployment!.Runner.WhenIdleOrStuckAsync().ConfigureAwait(false);
        foreach (var failure in end.Failures)
            _monitor.Report(failure);
        if (end.IsStuck)
            _monitor.Log(EngineSeverity.Error, StuckReport.Of(end.Registering), null);
        return _monitor.Succeeded;
    }
}
