using Infra.Automation.Engine;

namespace Infra.Cli.Doctor;

/// <summary>The Pulumi CLI, which is the engine.</summary>
internal sealed class PulumiCheck(string folder) : ICheck
{
    private const string Install = "Install the newest: https://www.pulumi.com/docs/install";

    public string Name => "Pulumi CLI";

    public bool IsRequired => true;

    public async Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop)
    {
        if (await probes.RunAsync("pulumi", ["version"], folder, stop) is not { } answer)
        {
            return CheckResult.Missing("not on the PATH; previews and checks need none", Install);
        }

        return ProgramVersion.In(answer.Output) switch
        {
            null => CheckResult.Unknown($"'pulumi version' told no version and ended with exit code {answer.ExitCode}"),
            var version when EngineVersions.IsTooOld($"{version}") => CheckResult.Wrong($"{version}; an update needs {EngineVersions.Minimum} or newer", Install),
            var version => CheckResult.Ok($"{version}"),
        };
    }
}
