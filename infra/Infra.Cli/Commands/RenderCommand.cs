using System.CommandLine;
using Infra.Cli.Options;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Planning.Rendering;
using Infra.Planning.Rendering.Manifests;

namespace Infra.Cli.Commands;

/// <summary><c>render ENVIRONMENT --out DIR</c>: what the environment has in a cluster, as files for kubectl and Helm.</summary>
internal sealed class RenderCommand : Command
{
    private readonly Terminal _terminal;
    private readonly PlanService _plans;
    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "The folder to write, replaced as a whole: a new or empty one, or one of an earlier rendering",
        HelpName = "dir",
        Required = true,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the index of the files as JSON, and nothing else, to standard output" };

    public RenderCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("render", "Write what an environment has in a cluster as manifests for kubectl and values for Helm.")
    {
        _terminal = terminal;
        _plans = new PlanService(terminal, plans);
        var environment = new EnvironmentOptions();
        environment.AddTo(this);
        Add(_out);
        Add(_json);
        SetAction(result =>
        {
            var folder = project();
            return RunAsync(folder, environment.Read(result, folder), result.GetRequiredValue(_out), result.GetValue(_json), result.GetValue(debug));
        });
    }

    private async Task<int> RunAsync(ProjectFolder project, PlanRequest request, string directory, bool json, bool debug)
    {
        var folder = new ManifestFolder(directory);
        var (preview, rendered, exitCode) = await _plans.PlanBothAsync(project, request, debug);
        if (preview is null || rendered is null)
        {
            return exitCode;
        }
        var manifests = ManifestRendering.Of(preview, rendered, SourceOf(request));
        if (manifests.Problems.Count > 0)
        {
            _terminal.Failure($"'{request.Environment}' can't be rendered; nothing was written", manifests.Problems);
            return ExitCodes.Failure;
        }
        folder.Replace(manifests.Files);
        Report(request.Environment, directory, manifests, json);
        return ExitCodes.Success;
    }

    private void Report(string environment, string directory, ManifestRendering manifests, bool json)
    {
        if (json)
        {
            _terminal.Out.Writer.Write(manifests.Files.Single(file => file.Path == ManifestRendering.IndexFile).Text);
            return;
        }
        _terminal.Out.Line($"{environment}: {Content(manifests)}", TextRole.Heading);
        if (manifests.Invented + manifests.Redacted > 0)
        {
            var values = Join(", ", Count(manifests.Invented, "invented value"), Count(manifests.Redacted, "redacted value"));
            _terminal.Out.Line($"  {values}: not to be applied like this", TextRole.Warning);
        }
        _terminal.Out.Line($"  {System.IO.Path.Combine(directory, ManifestRendering.ReadmeFile)} has the commands");
    }

    private static ManifestSource SourceOf(PlanRequest request) => new(
        request.ConfigFile ?? EnvironmentFileName.Of(request.Environment), [.. request.Config.All.Select(static set => set.Key).Distinct()]);

    private static string Content(ManifestRendering manifests) => manifests.Steps == 0
        ? "nothing in a cluster"
        : $"{Join(" and ", Count(manifests.Objects, "object"), Count(manifests.Releases, "release"))} in {Count(manifests.Steps, "step")}";

    /// <summary>Empty for none.</summary>
    private static string Count(int count, string what) => count == 0 ? "" : Counted.Of(count, what);

    private static string Join(string separator, params IEnumerable<string> texts) => string.Join(separator, texts.Where(static text => text.Length > 0));
}
