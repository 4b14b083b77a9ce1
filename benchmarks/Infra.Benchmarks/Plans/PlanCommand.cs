using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Benchmarks.Measuring;

namespace Infra.Benchmarks.Plans;

/// <summary><c>plan</c>: how long each engine takes to judge the plan of N models. One warm process: what a start costs is another table's subject.</summary>
internal sealed class PlanCommand : Command
{
    public const string Verb = "plan";

    private readonly Option<int[]> _models = new("--models") { Description = "Numbers of models", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10, 100, 1_000, 10_000] };
    private readonly Option<int> _replicas = new("--replicas") { Description = "Replicas of each model", DefaultValueFactory = _ => 2 };
    private readonly Option<int> _runs = new("--runs") { Description = "Runs of each engine after its first", DefaultValueFactory = _ => 5 };

    public PlanCommand()
        : base(Verb, "Compare, place, price, check and report the plan of N models")
    {
        _models.Validators.Add(result => Refuse(result, result.GetValue(_models) ?? []));
        _replicas.Validators.Add(result => Refuse(result, [result.GetValue(_replicas)]));
        _runs.Validators.Add(result => Refuse(result, [result.GetValue(_runs)]));
        Add(_models);
        Add(_replicas);
        Add(_runs);
        SetAction((result, cancellation) => RunAsync(result.GetRequiredValue(_models), result.GetRequiredValue(_replicas), result.GetRequiredValue(_runs), cancellation));
    }

    private static void Refuse(OptionResult result, int[] numbers)
    {
        foreach (var number in numbers.Where(number => number < 1))
        {
            result.AddError($"{result.Option.Name} is '{number}'; allowed: 1 or more");
        }
    }

    private static async Task<int> RunAsync(int[] sizes, int replicas, int runs, CancellationToken cancellation)
    {
        var work = Directory.CreateTempSubdirectory("gpu-inference-bench-");
        try
        {
            var table = new PlanTable();
            foreach (var models in sizes.Distinct().Order())
            {
                await Console.Error.WriteLineAsync($"{models} models: their plan");
                var subject = await PlanSubject.MakeAsync(work.FullName, models, replicas);
                foreach (var engine in PlanEngine.All)
                {
                    cancellation.ThrowIfCancellationRequested();
                    await Console.Error.WriteLineAsync($"{models} models: {engine.Name}");
                    table.Add(models, engine.Name, Measure(engine.Prepare(subject), runs));
                }

                await Console.Error.WriteLineAsync(subject.Placement.Summary);
                subject.CheckPlaces();
            }

            Console.Write(table.ToMarkdown());
            return 0;
        }
        catch (BenchmarkException e)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}");
            return 1;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static EngineRuns Measure(Action run, int runs) =>
        new(RunTime.Of(run), [.. Enumerable.Range(0, runs).Select(_ => RunTime.Of(run))]);
}
