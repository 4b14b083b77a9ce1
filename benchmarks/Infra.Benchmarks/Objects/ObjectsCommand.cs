using System.CommandLine;
using Infra.Benchmarks.Contenders;
using Infra.Benchmarks.Measuring;

namespace Infra.Benchmarks.Objects;

/// <summary><c>objects</c>: how long it takes, as a whole process, to make the Kubernetes objects of N models.</summary>
internal sealed class ObjectsCommand : Command
{
    public const string Verb = "objects";

    private readonly Option<int[]> _models = new("--models") { Description = "Numbers of models", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10, 100, 1_000, 10_000] };
    private readonly Option<int> _runs = new("--runs") { Description = "Runs of each; the contenders take turns", DefaultValueFactory = _ => 5 };

    public ObjectsCommand()
        : base(Verb, "Make the Kubernetes objects of N models, with this program and with cdk8s")
    {
        Add(_models);
        Add(_runs);
        SetAction((result, cancellation) => RunAsync(result.GetRequiredValue(_models), result.GetRequiredValue(_runs), cancellation));
    }

    private static async Task<int> RunAsync(int[] sizes, int runs, CancellationToken cancellation)
    {
        var work = Directory.CreateTempSubdirectory("gpu-inference-bench-");
        try
        {
            var contenders = await AllContenders.PrepareAsync(Checkout.Folder(), work.FullName, cancellation);
            await SameObjects.CheckAsync(contenders, work, cancellation);
            var table = new ObjectsTable(contenders);
            foreach (var models in sizes)
            {
                table.Add(models, await MeasureAsync(contenders, models, runs, work, cancellation));
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

    private static async Task<IReadOnlyDictionary<Contender, List<Sample>>> MeasureAsync(
        IReadOnlyList<Contender> contenders, int models, int runs, DirectoryInfo work, CancellationToken cancellation)
    {
        var samples = contenders.ToDictionary(contender => contender, _ => new List<Sample>());
        for (var run = 1; run <= runs; run++)
        {
            foreach (var contender in contenders)
            {
                await Console.Error.WriteLineAsync($"{models} models, run {run} of {runs}: {contender.Name}");
                var folder = work.CreateSubdirectory("out");
                samples[contender].Add(await Bench.MeasureAsync(contender.Command(models, folder.FullName), cancellation));
                folder.Delete(recursive: true);
            }
        }

        return samples;
    }
}
