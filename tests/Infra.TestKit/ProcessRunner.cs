using System.Diagnostics;

namespace Infra.TestKit;

/// <summary>Runs a program to its end, for tests of scripts and of the build itself.</summary>
public static class ProcessRunner
{
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments, each one whole.</param>
    /// <param name="workingDirectory">Where it starts.</param>
    /// <param name="environment">Variables that differ from this process's; null removes one.</param>
    public static async Task<ProcessResult> RunAsync(
        string fileName,
        IEnumerable<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        RemoveBuildVariables(start.Environment);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ProcessResult(process.ExitCode, await output, await error);
    }

    // `dotnet test` tells the test host about its own MSBuild, and a developer may have chosen a build for the shell.
    private static void RemoveBuildVariables(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(n => n.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || n == "PulumiSdk").ToArray())
        {
            environment.Remove(name);
        }
    }
}
