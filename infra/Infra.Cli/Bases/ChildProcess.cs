using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Infra.Cli.Bases;

/// <summary>Runs another program to its end, or ends it with all that it has started.</summary>
internal static class ChildProcess
{
    /// <param name="fileName">Found on the <c>PATH</c>.</param>
    /// <param name="environment">Variables that differ from this process's; null removes one.</param>
    /// <param name="error">Gets each line of standard error.</param>
    /// <exception cref="UsageException">The program isn't installed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; nothing of it runs any more.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string fileName, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?> environment, Action<string> error, CancellationToken stop)
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = ReadLinesAsync(process.StandardError, error);
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        await errors;
        return (process.ExitCode, await output);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new UsageException($"'{start.FileName}' is not installed, or not on the PATH");
        }
    }

    private static async Task ReadLinesAsync(StreamReader text, Action<string> line)
    {
        while (await text.ReadLineAsync(CancellationToken.None) is { } read)
        {
            line(read);
        }
    }
}
