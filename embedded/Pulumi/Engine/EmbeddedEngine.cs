namespace Pulumi.Embedded;

/// <summary>Runs a Pulumi program in this process, without the Pulumi CLI, plugins, credentials or network, and gives the resources that it registers.</summary>
public static class EmbeddedEngine
{
    /// <summary>Runs the program's entry point. Whatever goes wrong in the program comes back as diagnostics.</summary>
    public static async Task<EngineResult> RunAsync(EngineOptions options, Func<Task<int>> program)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(program);
        using var session = new EngineSession(options);
        EngineSession.Current = session;

        // A context would queue what follows from a finished task instead of running it, and the runner could take
        // the program for stuck. Both settings end with this method.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var exitCode = await program().ConfigureAwait(false);
            if (!session.IsStarted)
                session.Monitor.Log(EngineSeverity.Error, "The program has ended without calling Deployment.RunAsync, so it has no resources.", null);
            else if (exitCode != 0 && !session.Monitor.HasErrors)
                session.Monitor.Log(EngineSeverity.Error, $"The program ended with exit code {exitCode}.", null);
        }
        catch (Exception exception)
        {
            session.Monitor.Report(new RunFailure(exception, null));
        }

        return session.Monitor.Result();
    }
}
