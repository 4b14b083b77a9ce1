using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Infra.Automation.Engine.Processes;

/// <summary>Runs a command to its end. Asked to stop, it passes that on and waits: what it runs has to save its state first.</summary>
internal static class EngineProcess
{
    /// <param name="command">The program, found on the <c>PATH</c>, and its arguments.</param>
    /// <param name="environment">Variables beside this process's; null removes one.</param>
    /// <param name="onLine">Gets every line, and whether it is of standard error; from one thread at a time.</param>
    /// <returns>The exit code and all that was said.</returns>
    /// <exception cref="Win32Exception">The program isn't installed.</exception>
    public static async Task<ProcessOutput> RunAsync(
        IReadOnlyList<string> command, string folder, IEnumerable<KeyValuePair<string, string?>> environment, string? input, Action<string, bool> onLine, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var process = Start(command, folder, [.. environment]);
        // Only once: a second request makes the engine give up at once.
        using var request = stop.Register(() => Interrupt.Send(process));
        var gate = new Lock();
        var output = ReadAsync(process.StandardOutput, line => Tell(line, isError: false));
        var error = ReadAsync(process.StandardError, line => Tell(line, isError: true));
        await WriteAsync(process.StandardInput, input);
        await process.WaitForExitAsync(CancellationToken.None);
        return new ProcessOutput(process.ExitCode, await output, await error);

        void Tell(string line, bool isError)
        {
            lock (gate)
            {
                onLine(line, isError);
            }
        }
    }

    private static Process Start(IReadOnlyList<string> command, string folder, IReadOnlyList<KeyValuePair<string, string?>> environment)
    {
        for (var i = 0; ; i++)
        {
            var all = OwnSession.Prefixes[i].AddRange(command);
            try
            {
                return Process.Start(Described(all, folder, environment))!;
            }
            catch (Win32Exception) when (i + 1 < OwnSession.Prefixes.Length)
            {
                // That way isn't there; the next one may be.
            }
        }
    }

    private static ProcessStartInfo Described(IReadOnlyList<string> command, string folder, IReadOnlyList<KeyValuePair<string, string?>> environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
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

        return start;
    }

    private static async Task WriteAsync(StreamWriter writer, string? input)
    {
        try
        {
            await writer.WriteAsync(input);
            writer.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, Action<string> onLine)
    {
        var all = new StringBuilder();
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            all.Append(line).Append('\n');
            onLine(line);
        }

        return all.ToString();
    }
}
