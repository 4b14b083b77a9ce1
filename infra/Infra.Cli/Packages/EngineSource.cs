using Infra.Automation.Engine;
using Infra.Automation.Failures;

namespace Infra.Cli;

/// <summary>The Pulumi engine, by Pulumi's own automation library.</summary>
internal static class EngineSource
{
    /// <summary>Whether another process has read the environment before this one: the embedded program, which the script starts first.</summary>
    public static bool IsSecondProcess => true;

    /// <exception cref="StackFailureException">There is no Pulumi command line, or it is too old.</exception>
    public static async Task<IStackEngine> OpenAsync(ProjectFolder folder, CancellationToken stop)
    {
        try
        {
            return await PulumiStackEngine.CreateAsync(new EngineOptions(folder.Path), TimeProvider.System, stop);
        }
        catch (EngineException e)
        {
            throw new StackFailureException(FailureReader.Read(null, e), e);
        }
    }
}
