namespace Infra.Automation.Engine;

public static class PulumiStackEngine
{
    /// <param name="options">Where it works.</param>
    /// <param name="time">By which it looks for new events.</param>
    /// <exception cref="EngineException">There is no Pulumi command line, or it is too old.</exception>
    /// <exception cref="NotSupportedException">This build has the embedded SDK, which starts no engine; the message says which build does.</exception>
    public static Task<IStackEngine> CreateAsync(EngineOptions options, TimeProvider time, CancellationToken cancellationToken) => throw new NotImplementedException();
}
