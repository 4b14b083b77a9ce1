using System.Text.Json;

namespace Infra.Cli.Doctor;

/// <summary>The .NET SDK, with which the Pulumi CLI builds the program.</summary>
internal sealed class DotNetCheck(string folder) : ICheck
{
    public string Name => ".NET SDK";

    public bool IsRequired => true;

    public async Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop)
    {
        var wanted = Wanted(probes.ReadText(Path.Combine(folder, "global.json")));
        // In the project's folder dotnet itself chooses the SDK by global.json, and fails where none fits.
        return await probes.RunAsync("dotnet", ["--version"], folder, stop) switch
        {
            null => CheckResult.Missing("not on the PATH", $"Install the .NET SDK {wanted ?? "that global.json names"}: https://dotnet.microsoft.com/download"),
            { ExitCode: 0, Output: var version } => CheckResult.Ok(version.Trim()),
            _ => CheckResult.Wrong($"no SDK that fits global.json{(wanted is null ? "" : $", which asks for {wanted}")}", "Install it: https://dotnet.microsoft.com/download", "'dotnet --list-sdks' shows those that are there."),
        };
    }

    private static string? Wanted(string? json)
    {
        try
        {
            return json is null ? null : JsonDocument.Parse(json).RootElement.GetProperty("sdk").GetProperty("version").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
