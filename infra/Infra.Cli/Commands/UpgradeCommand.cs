using System.CommandLine;
using Infra.Automation.Upgrades;
using Infra.Capture;
using Infra.Cli.Bases;
using Infra.Planning.Model;
using Infra.Planning.Upgrades;
using Infra.Stacks;
using Newtonsoft.Json;

namespace Infra.Cli.Commands;

/// <summary><c>upgrade ENVIRONMENT --kubernetes VERSION</c> or <c>--base REVISION</c>: the steps of an upgrade, with what each replaces and waits for.</summary>
internal sealed class UpgradeCommand : Command
{
    private readonly Argument<string> _environment = new("environment") { Description = "The <environment> of Pulumi.<environment>.yaml" };
    private readonly Option<string?> _kubernetes = new("--kubernetes") { Description = "Go to this minor version, such as 1.36, one after the other", HelpName = "version" };

    private readonly Option<string?> _base = new("--base")
    {
        Description = "Show what the pins of today change against this revision or what 'pulumi stack export' wrote: add-ons, charts, AMI releases",
        HelpName = "revision|file",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the steps and leave the file as it is" };
    private readonly Option<bool> _json = new("--json") { Description = "Write the steps as JSON, and nothing else, to standard output" };
    private readonly Terminal _terminal;
    private readonly Option<bool> _debug;
    private readonly PlanService _plans;
    private readonly BasePlans _bases;
    private readonly Func<ProjectFolder, IPlanSource> _sources;

    public UpgradeCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("upgrade", "Show the steps of an upgrade in their order, with what each replaces, and edit the environment's file for the first.")
    {
        (_terminal, _debug, _sources) = (terminal, debug, plans);
        _plans = new PlanService(terminal, plans);
        _bases = BasePlans.OfProcess(terminal, project);
        Add(_environment);
        foreach (var option in new Option[] { _kubernetes, _base, _dryRun, _json })
        {
            Add(option);
        }
        SetAction((result, stop) => RunAsync(result, project(), stop));
    }

    private async Task<int> RunAsync(ParseResult result, ProjectFolder project, CancellationToken stop)
    {
        var (version, against) = (result.GetValue(_kubernetes), result.GetValue(_base));
        if (version is null == against is null)
        {
            throw new UsageException($"'upgrade' needs {_kubernetes.Name} VERSION or {_base.Name} REVISION, and not both", "'./run upgrade --help' shows the usage.");
        }
        var request = new PlanRequest { Environment = result.GetRequiredValue(_environment) };
        project.RequireEnvironment(request.Environment);
        var (current, exitCode) = await _plans.PlanAsync(project, request, result.GetValue(_debug));
        if (current is null)
        {
            return exitCode;
        }
        return against is null ? await KubernetesAsync(result, project, current, version!) : await AgainstAsync(result, request, current, against, stop);
    }

    private async Task<int> AgainstAsync(ParseResult result, PlanRequest request, Plan current, string against, CancellationToken stop)
    {
        var (before, exitCode) = await _bases.ReadAsync(_base.Name, against, request, current, stop);
        if (before is null)
        {
            return exitCode;
        }
        var report = new UpgradeReport(request.Environment, [Upgrade.Between(before.Plan, current, before.Form == CaptureForm.Plan)]);
        Write(report, result);
        return report.IsBlocked ? ExitCodes.Findings : ExitCodes.Success;
    }

    private async Task<int> KubernetesAsync(ParseResult result, ProjectFolder project, Plan current, string version)
    {
        var from = Upgrade.VersionOf(current) ?? throw new UsageException($"'{current.Stack}' has no EKS cluster of its own; who runs it upgrades it");
        var (versions, problem) = UpgradePath.Between(from, version);
        if (problem is not null)
        {
            throw new UsageException($"{_kubernetes.Name} {version}: {problem}");
        }
        var file = EnvironmentTextFile.Read(project, current.Stack);
        var report = new UpgradeReport(current.Stack, [.. await HopsAsync(project, current, from, versions, file)]);
        Write(report, result);
        if (report.Hops[0].Blockers.Count > 0)
        {
            _terminal.Error.Line($"{file.Text.Name}: left as it is; the first update can't be done yet");
            return ExitCodes.Findings;
        }
        if (!result.GetValue(_dryRun))
        {
            file.Write(Edited(file, versions[0]));
        }
        _terminal.Error.Line(result.GetValue(_dryRun)
            ? $"{file.Text.Name}: left as it is (--dry-run)"
            : $"{file.Text.Name}: written with Kubernetes {versions[0]}; './run up {current.Stack}' does the first update{(versions.Count > 1 ? $", and './run upgrade {current.Stack} --kubernetes {version}' goes on then" : "")}");
        return report.IsBlocked ? ExitCodes.Findings : ExitCodes.Success;
    }

    private async Task<List<UpgradeHop>> HopsAsync(ProjectFolder project, Plan current, string from, IReadOnlyList<string> versions, EnvironmentTextFile file)
    {
        var hops = new List<UpgradeHop>();
        var before = current;
        foreach (var to in versions)
        {
            using var staged = file.With(Edited(file, to)).Staged();
            var planned = await _sources(project).PlanAsync(new PlanRequest { Environment = current.Stack, ConfigFile = staged.Path });
            if (planned.Plan is not { } after)
            {
                // What stands in the way of this one stands in the way of the next, too.
                hops.Add(Upgrade.Blocked(from, to, Problems(planned)));
                break;
            }
            hops.Add(Upgrade.Between(before, after));
            (before, from) = (after, to);
        }
        return hops;
    }

    private static IEnumerable<string> Problems(PlanResult planned) =>
        planned.ConfigurationProblems?.Split('\n').Skip(1).Select(static line => line.Trim()) ?? planned.Diagnostics.Select(static diagnostic => diagnostic.Message);

    /// <exception cref="UsageException">The file has no place for it.</exception>
    private static string Edited(EnvironmentTextFile file, string version)
    {
        var edit = new KubernetesVersionEdit(PlatformSettings.ConfigNamespace).Set(file.Text, version);
        return edit.Text ?? throw new UsageException(edit.Problems[0]);
    }

    private void Write(UpgradeReport report, ParseResult result)
    {
        if (result.GetValue(_json))
        {
            _terminal.Out.Writer.WriteLine(UpgradeJson.Of(report).ToString(Formatting.Indented));
        }
        else
        {
            _terminal.Out.Lines(UpgradeText.Render(report));
        }
    }
}
