using System.Diagnostics;
using Infra.Benchmarks.Objects;

namespace Infra.Benchmarks.Contenders;

/// <summary>What makes the objects.</summary>
internal static class AllContenders
{
    private const string NodeScript = "models.js";

    /// <summary>Runs in this checkout; <paramref name="environments"/> is a folder for the environment files of the whole program.</summary>
    public static async Task<IReadOnlyList<Contender>> PrepareAsync(string checkout, string environments, CancellationToken cancellation)
    {
        List<Contender> contenders =
        [
            new("engine", 5, (models, folder) => ["dotnet", "exec", typeof(AllContenders).Assembly.Location, SynthesizeCommand.Verb, $"{models}", folder], MakesBenchModels: true),
        ];
        if (await InstallAsync(Path.Combine(checkout, "benchmarks", "cdk8s"), cancellation))
        {
            contenders.Add(new("cdk8s", 5, (models, folder) => ["node", Path.Combine(checkout, "benchmarks", "cdk8s", NodeScript), $"{models}", folder], MakesBenchModels: true));
        }

        contenders.Add(new("./run render", EnvironmentOfModels.ObjectsPerModel, (models, folder) =>
            [Path.Combine(checkout, "run"), "render", EnvironmentOfModels.Name, "--config-file", EnvironmentOfModels.Write(environments, models), "--out", folder]));
        contenders.Add(new("./run preview", EnvironmentOfModels.ObjectsPerModel, (models, _) =>
            [Path.Combine(checkout, "run"), "preview", EnvironmentOfModels.Name, "--config-file", EnvironmentOfModels.Write(environments, models)]));
        return contenders;
    }

    private static async Task<bool> InstallAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            var start = new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await npm.StandardError.ReadToEndAsync(cancellation);
            await output;
            await npm.WaitForExitAsync(cancellation);
            if (npm.ExitCode == 0)
            {
                return true;
            }

            await Console.Error.WriteLineAsync($"note: without cdk8s, because 'npm ci' failed in '{folder}':\n{errors}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            await Console.Error.WriteLineAsync($"note: without cdk8s, because npm can't be started: {e.Message}");
        }

        return false;
    }
}
