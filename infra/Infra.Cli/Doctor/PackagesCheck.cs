using System.Text.RegularExpressions;

namespace Infra.Cli.Doctor;

/// <summary>Whether the feeds have the Pulumi packages; the embedded build needs none of them.</summary>
internal sealed partial class PackagesCheck(string folder) : ICheck
{
    private const string Package = "Pulumi.Automation";

    public string Name => "Pulumi packages";

    // What starts the engine is built against them.
    public bool IsRequired => true;

    public async Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop)
    {
        if (probes.ReadText(Path.Combine(folder, "Directory.Packages.props")) is not { } pins || Pin().Match(pins) is not { Success: true } pin)
        {
            return CheckResult.Unknown("Directory.Packages.props names no version of them");
        }

        var version = pin.Groups[1].Value;
        return await probes.RunAsync("dotnet", ["package", "search", Package, "--exact-match", "--format", "json", "--verbosity", "minimal"], folder, stop) switch
        {
            null => CheckResult.Unknown("needs the .NET SDK"),
            { ExitCode: 0, Output: var found } when found.Contains($"\"{version}\"", StringComparison.Ordinal) => CheckResult.Ok($"{Package} {version}"),
            { ExitCode: 0 } => CheckResult.Missing($"the feeds of nuget.config have no {Package} {version}", "Add a feed that carries the Pulumi packages; preview, diff and check work without."),
            { ExitCode: var code } => CheckResult.Unknown($"the feeds gave no answer (exit code {code})"),
        };
    }

    [GeneratedRegex("Include=\"Pulumi\\.Automation\" Version=\"([^\"]+)\"")]
    private static partial Regex Pin();
}
