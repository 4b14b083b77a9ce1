using Pulumi.Automation.Events;
using Semver;

namespace Pulumi.Automation.Commands;

public class LocalPulumiCommand : PulumiCommand
{
    internal LocalPulumiCommand() => throw SignaturesOnly.Called();

    public override SemVersion? Version => throw SignaturesOnly.Called();

    public static Task<LocalPulumiCommand> CreateAsync(LocalPulumiCommandOptions? options = null, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task<CommandResult> RunAsync(IList<string> args, string workingDir, IDictionary<string, string?> additionalEnv, Action<string>? onStandardOutput = null, Action<string>? onStandardError = null, Action<EngineEvent>? onEngineEvent = null, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();

    public override Task<CommandResult> RunInputAsync(IList<string> args, string workingDir, IDictionary<string, string?> additionalEnv, Action<string>? onStandardOutput = null, Action<string>? onStandardError = null, string? stdIn = null, Action<EngineEvent>? onEngineEvent = null, CancellationToken cancellationToken = default) => throw SignaturesOnly.Called();
}
