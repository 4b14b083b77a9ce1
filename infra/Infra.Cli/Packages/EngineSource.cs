using Infra.Automation.Engine;

namespace Infra.Cli;

/// <summary>The Pulumi engine, by Pulumi's own automation library.</summary>
internal static class EngineSource
{
    /// <summary>Whether another process has read the environment before this one: the embedded program, which the script starts first.</summary>
    public static bool IsSecondProcess => true;

    /// <exception cref="EngineException">There is no Pulumi command line, or it is too old.</exception>
    public static Task<IStackEngine> OpenAsync(ProjectFolder folder, CancellationToken stop) => PulumiStackEngine.CreateAsync(new EngineOptions(folder.Path), TimeProvider.System, stop);
}
