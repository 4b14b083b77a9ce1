using System.CommandLine;
using Infra.Benchmarks.Measuring;

namespace Infra.Benchmarks.Simulations;

/// <summary><c>simulate</c>: how long a simulation of prod takes at 1,000 requests a second, and how much memory. Each in a process of its own, which plans prod first.</summary>
internal sealed class SimulateCommand : Command
{
    public const string Verb = "simulate";

    private readonly Option<int[]> _minutes = new("--minutes") { Description = "How long requests come", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 15, 60, 120] };
    private readonly Option<int> _runs = new("--runs") { Description = "Runs of each", DefaultValueFactory = _ => 3 };

    public SimulateCommand()
        : base(Verb, "Simulate the plan of prod under 1,000 requests a second")
    {
        _minutes.Validators.Add(result =>
        {
            if (result.GetValue(_minutes) is { } minutes && (minutes.Length == 0 || minutes.Any(value => value < 1)))
            {
                result.AddError($"{_minutes.Name} is '{string.Join(' ', minutes)}'; allowed: numbers from 1 on");
            }
        });
        _runs.Validators.Add(result =>
        {
            if (result.GetValue(_runs) < 1)
            {
                result.AddError($"{_runs.Name} is '{result.GetValue(_runs)}'; allowed: 1 or more");
            }
        });
        Add(_minutes);
        Add(_runs);
        SetAction((result, cancellation) => RunAsync(result.GetRequiredValue(_minutes), result.GetRequiredValue(_runs), cancellation));
    }

    private static async Task<int> RunAsync(int[] lengths, int runs, CancellationToken cancellation)
    {
        try
        {
            var table = new SimulationTable();
            foreach (var minutes in lengths.Distinct().Order())
            {
                var samples = new List<Sample>();
                for (var run = 0; run < runs; run++)
                {
                    await Console.Error.WriteLineAsync($"{minutes} min, run {run + 1}");
                    samples.Add(await Bench.MeasureAsync([Environment.ProcessPath!, typeof(SimulateCommand).Assembly.Location, SimulateOnceCommand.Verb, $"{minutes}"], cancellation));
                }

                table.Add(minutes, samples);
            }

            Console.Write(table.ToMarkdown());
            return 0;
        }
        catch (BenchmarkException e)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}");
            return 1;
        }
    }
}
