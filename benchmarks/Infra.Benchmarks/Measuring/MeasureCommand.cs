using System.CommandLine;
using System.Diagnostics;
using Newtonsoft.Json;

namespace Infra.Benchmarks.Measuring;

/// <summary><c>measure COMMAND ARGUMENTS…</c>: runs one command and prints its <see cref="Sample"/>. A process of its own per run: the peak that the system tells is that of all children ever.</summary>
internal sealed class MeasureCommand : Command
{
    public const string Verb = "measure";

    private readonly Argument<string[]> _command = new("command") { Arity = ArgumentArity.OneOrMore };

    public MeasureCommand()
        : base(Verb, "Run one command and print its wall time and peak memory as JSON")
    {
        Hidden = true;
        Add(_command);
        SetAction((result, cancellation) => RunAsync(result.GetRequiredValue(_command), cancellation));
    }

    private static async Task<int> RunAsync(string[] command, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{command[0]}' did not start.");
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellation);
        await process.WaitForExitAsync(cancellation);
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
        {
            await Console.Error.WriteLineAsync($"error: '{string.Join(' ', command)}' ended with exit code {process.ExitCode}.");
            return 1;
        }

        Console.WriteLine(JsonConvert.SerializeObject(new Sample(seconds, Usage.PeakOfChildrenKiB())));
        return 0;
    }
}
