using Infra.Automation.Engine;
using Infra.Automation.Failures;

namespace Infra.Automation.Operations;

/// <summary>Whether the engine can be used at all.</summary>
internal static class EngineCheck
{
    /// <exception cref="StackFailureException">It is too old.</exception>
    public static async Task RequireAsync(IStackEngine engine, CancellationToken cancellationToken)
    {
        var version = await engine.VersionAsync(cancellationToken);
        if (EngineVersions.IsTooOld(version))
        {
            throw new StackFailureException([new EngineTooOld(version, EngineVersions.Minimum)]);
        }
    }
}
