using System.Collections.Immutable;
using Infra.Engine.Configuration;
using Infra.Engine.Conversion;
using Infra.Planning.Model;
using Pulumi.Embedded;

namespace Infra.Engine;

/// <summary>Finds out what a Pulumi program asks for, by running it in the embedded engine.</summary>
public static class ProgramPlanner
{
    /// <param name="program">The program's entry point, which calls <c>Deployment.RunAsync</c>.</param>
    /// <param name="rootDirectory">The folder of <c>Pulumi.yaml</c>, where it isn't the environment file's own; paths of assets are told relative to it.</param>
    /// <param name="mode">Whether the plan holds what a preview knows, or invented values in the place of what it doesn't.</param>
    /// <param name="stackReferences">What stack references find, as <see cref="EngineOptions.StackReferences"/> has it.</param>
    /// <param name="waiting">Is told when the program has been silent for a while, as <see cref="EngineOptions.Waiting"/> is.</param>
    /// <param name="unknown">Is told when the program meets something that only an update knows, as <see cref="EngineOptions.Unknown"/> is.</param>
    /// <exception cref="ArgumentException">The environment file has problems; they are to be told instead of a plan.</exception>
    public static async Task<PlanOutcome> PlanAsync(
        EnvironmentFile environment,
        string projectName,
        Func<Task<int>> program,
        string? rootDirectory = null,
        EngineMode mode = EngineMode.Preview,
        IReadOnlyDictionary<string, ImmutableDictionary<string, object?>>? stackReferences = null,
        Action<string>? waiting = null,
        Action? unknown = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(program);
        if (!environment.Problems.IsEmpty)
        {
            throw new ArgumentException(environment.Problems.Render(environment.FileName), nameof(environment));
        }

        var root = rootDirectory ?? environment.Folder;
        var options = new EngineOptions
        {
            Mode = mode,
            Waiting = waiting,
            Unknown = unknown,
            Project = projectName,
            Stack = environment.Environment,
            RootDirectory = root,
            Config = environment.Config,
            EncryptedConfigKeys = environment.EncryptedKeys,
            DisabledDefaultProviders = environment.DisabledDefaultProviders,
            StackReferences = stackReferences ?? ImmutableDictionary<string, ImmutableDictionary<string, object?>>.Empty,
        };
        var result = await EmbeddedEngine.RunAsync(options, program).ConfigureAwait(false);
        return Outcome(options, root, result, environment.Diagnostics);
    }

    private static PlanOutcome Outcome(
        EngineOptions options, string rootDirectory, EngineResult result, ImmutableArray<PlanDiagnostic> ofFile)
    {
        var diagnostics = ofFile.ToBuilder();
        diagnostics.AddRange(result.Diagnostics
            .Where(static d => d.Severity != EngineSeverity.Debug)
            .Select(static d => new PlanDiagnostic(Severity(d.Severity), d.Message, d.Urn is null ? null : Urn.Parse(d.Urn), d.Detail)));
        var converter = new ResourceConverter(rootDirectory, diagnostics.Add);
        var plan = new Plan
        {
            Project = options.Project,
            Stack = options.Stack,
            Resources = [.. result.Resources.Select(converter.Convert)],
        };
        var failed = diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error);
        return new PlanOutcome { Plan = failed ? null : plan, Diagnostics = diagnostics.ToImmutable() };
    }

    private static DiagnosticSeverity Severity(EngineSeverity severity) => severity switch
    {
        EngineSeverity.Error => DiagnosticSeverity.Error,
        EngineSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
