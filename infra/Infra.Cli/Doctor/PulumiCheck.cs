namespace Infra.Cli.Doctor;

/// <summary>The Pulumi CLI, which is the engine.</summary>
internal sealed class PulumiCheck(string folder) : ICheck
{
    /// <summary>The SDK takes events over gRPC from this version on (captures of the CLI); it itself refuses less than 3.1.0 (pulumi-dotnet, LocalPulumiCommand.cs).</summary>
    public static readonly Version Least = new(3, 205, 0);

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
            var version when version < Least => CheckResult.Wrong($"{version}; events of an update need {Least} or newer", Install),
            var version => CheckResult.Ok($"{version}"),
        };
    }
}
