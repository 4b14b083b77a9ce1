using System.CommandLine;
using Infra.Engine;
using Infra.Engine.Configuration;
using Infra.Planning.Json;

namespace Infra.Benchmarks.Objects;

/// <summary><c>synthesize MODELS FOLDER</c>: runs <see cref="BenchProgram"/> in the embedded engine and writes its manifests.</summary>
internal sealed class SynthesizeCommand : Command
{
    public const string Verb = "synthesize";

    private readonly Argument<int> _models = new("models");
    private readonly Argument<DirectoryInfo> _folder = new("folder");

    public SynthesizeCommand()
        : base(Verb, "Write the manifests of a number of models")
    {
        Hidden = true;
        Add(_models);
        Add(_folder);
        SetAction(result => RunAsync(result.GetRequiredValue(_models), result.GetRequiredValue(_folder).FullName));
    }

    private static async Task<int> RunAsync(int models, string folder)
    {
        var file = Path.Combine(folder, "Pulumi.bench.yaml");
        await File.WriteAllTextAsync(file, "config: {}\n");
        var environment = EnvironmentFile.Read(file, "bench");
        var outcome = await ProgramPlanner.PlanAsync(environment, "bench", BenchProgram.Of(models));
        foreach (var diagnostic in outcome.Diagnostics)
        {
            await Console.Error.WriteLineAsync(diagnostic.Message);
        }

        if (outcome.Plan is not { } plan)
        {
            return 1;
        }

        await using var writer = new StreamWriter(Path.Combine(folder, "plan.json"));
        PlanJson.Write(plan, writer);
        return 0;
    }
}
