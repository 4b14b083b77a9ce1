using System.CommandLine;
using Infra.Engine;
using Infra.Engine.Configuration;
using Infra.Planning.Model;
using Infra.Planning.Rendering.Manifests;
using Pulumi.Embedded;

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
        var (preview, rendered) = await TwoPlans.MakeAsync(
            unknown => PlanAsync(environment, models, EngineMode.Preview, unknown),
            () => PlanAsync(environment, models, EngineMode.Rendered));
        var manifests = ManifestRendering.Of(preview, rendered);
        if (manifests.Problems.Count > 0)
        {
            throw new BenchmarkException(string.Join('\n', manifests.Problems));
        }

        foreach (var step in manifests.Files.Select(manifest => Path.GetDirectoryName(manifest.Path)!).Distinct())
        {
            Directory.CreateDirectory(Path.Combine(folder, step));
        }

        Parallel.ForEach(manifests.Files, manifest => File.WriteAllText(Path.Combine(folder, manifest.Path), manifest.Text));

        return 0;
    }

    private static async Task<Plan> PlanAsync(EnvironmentFile environment, int models, EngineMode mode, Action? unknown = null)
    {
        var outcome = await ProgramPlanner.PlanAsync(environment, "bench", BenchProgram.Of(models), mode: mode, unknown: unknown);
        return outcome.Plan ?? throw new BenchmarkException(string.Join('\n', outcome.Diagnostics.Select(diagnostic => diagnostic.Message)));
    }
}
