using System.CommandLine;
using Infra.Automation.Engine;

namespace Infra.Cli.Stacks;

/// <summary>What commands on stacks work with.</summary>
internal sealed record StackTools(
    Terminal Terminal,
    Option<bool> Debug,
    Func<ProjectFolder> Project,
    Func<ProjectFolder, IPlanSource> Plans,
    Func<ProjectFolder, CancellationToken, Task<IStackEngine>> Engines,
    Func<DateOnly> Today,
    TimeProvider Time)
{
    /// <summary>Ends this process at once: what a second signal does.</summary>
    public Action<int> Exit { get; init; } = Environment.Exit;

    /// <summary>Whether the embedded program has seen the command line before this process did.</summary>
    public bool IsSecondProcess { get; init; } = EngineSource.IsSecondProcess;
}
