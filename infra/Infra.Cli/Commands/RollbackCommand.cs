using System.CommandLine;
using Infra.Automation.Promotion;
using Infra.Automation.Rollback;
using Infra.Cli.Bases;
using Infra.Cli.Rollbacks;
using Infra.Planning.Diffing.Rendering;
using Infra.Stacks;
using Infra.Stacks.Promotion;

namespace Infra.Cli.Commands;

/// <summary><c>rollback ENVIRONMENT --model NAME</c> or <c>--config REVISION</c>: takes a model, or the whole file of an environment, back to what git remembers, and shows what an update of it changes.</summary>
internal sealed class RollbackCommand : Command
{
    private readonly Argument<string> _environment = new("environment") { Description = "The <environment> of Pulumi.<environment>.yaml, whose file is edited" };
    private readonly Option<string?> _model = new("--model") { Description = "Take this model back to its previous version, and leave everything else", HelpName = "name" };
    private readonly Option<string?> _to = new("--to") { Description = "With --model: to this version, such as 3 of s3://models/classifier/3. Default: the last other one", HelpName = "version" };
    private readonly Option<string?> _config = new("--config") { Description = "Take the whole file back to this revision of the repository", HelpName = "revision" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change and leave the file as it is" };
    private readonly Option<bool> _uncommitted = new("--allow-uncommitted") { Description = "Edit the file although it has changes that aren't committed" };
    private readonly Terminal _terminal;
    private readonly EnvironmentEdits _edits;
    private readonly IFileHistory _git;

    public RollbackCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans, IFileHistory git)
        : base("rollback", "Take a model, or the whole configuration, back to what it was, and show what that changes.")
    {
        (_terminal, _edits, _git) = (terminal, new EnvironmentEdits(new PlanService(terminal, plans)), git);
        Add(_environment);
        foreach (var option in new Option[] { _model, _to, _config, _dryRun, _uncommitted })
        {
            Add(option);
        }
        SetAction((result, stop) => RunAsync(result, project(), result.GetValue(debug), stop));
    }

    private async Task<int> RunAsync(ParseResult result, ProjectFolder project, bool debug, CancellationToken stop)
    {
        var (model, revision, environment) = (result.GetValue(_model), result.GetValue(_config), result.GetRequiredValue(_environment));
        if (model is null == revision is null)
        {
            throw new UsageException($"'rollback' needs {_model.Name} NAME or {_config.Name} REVISION, and not both", "'./run rollback --help' shows the usage.");
        }
        if (result.GetValue(_to) is not null && model is null)
        {
            throw new UsageException($"{_to.Name} names a version of a model; add {_model.Name} NAME, or leave it out");
        }
        try
        {
            var file = EnvironmentTextFile.Read(project, environment);
            var history = await EnvironmentHistory.OpenAsync(_git, project, environment, stop);
            if (!result.GetValue(_uncommitted) && !result.GetValue(_dryRun) && await history.IsChangedAsync(stop))
            {
                throw new UsageException($"{file.Text.Name} has changes that aren't committed, which a rollback could mix with its own", $"Commit them, or say {_uncommitted.Name}.");
            }
            var (past, rolledBack) = model is null ? await ConfigAsync(history, revision!, file.Text, stop) : await ModelAsync(history, model, result.GetValue(_to), file.Text, stop);
            return await FinishAsync(result, project, environment, file, past, rolledBack, debug);
        }
        catch (GitException e)
        {
            _terminal.Failure(e.Message);
            return ExitCodes.Failure;
        }
    }

    private async Task<(PastText Past, PromotionResult Result)> ConfigAsync(EnvironmentHistory history, string revision, EnvironmentText current, CancellationToken stop)
    {
        var past = await history.AtAsync(_config.Name, revision, stop);
        return (past, ConfigRollback.Apply(past.Text, current));
    }

    private async Task<(PastText Past, PromotionResult Result)> ModelAsync(EnvironmentHistory history, string model, string? version, EnvironmentText current, CancellationToken stop)
    {
        var rollback = new ModelRollback(PlatformSettings.ConfigNamespace, PromotedKeys.OfTheModel, PromotedKeys.OfTheVersion);
        var now = rollback.VersionsIn(current, model);
        if (now.IsEmpty)
        {
            throw new UsageException($"{current.Name} has no model '{model}' with a version of its own");
        }
        var known = new List<string>();
        await foreach (var past in history.TextsAsync(stop))
        {
            if (rollback.IsWanted(model, version, past.Text, current))
            {
                return (past, rollback.Apply(model, past.Text, current));
            }
            known.AddRange(rollback.VersionsIn(past.Text, model).Except(now).Except(known));
        }
        throw new UsageException(version is null
            ? $"the history of {current.Name} has no other version of '{model}' than {string.Join(", ", now)}"
            : $"{_to.Name} {version}: the history of {current.Name} has no such version of '{model}'; there {(known.Count == 0 ? "is no other at all" : $"were: {string.Join(", ", known)}")}");
    }

    private async Task<int> FinishAsync(ParseResult result, ProjectFolder project, string environment, EnvironmentTextFile file, PastText past, PromotionResult rolledBack, bool debug)
    {
        if (rolledBack.Text is not { } text)
        {
            throw new UsageException($"there is no way back to {past.Name}:\n{string.Join('\n', rolledBack.Problems.Select(problem => $"  {problem}"))}");
        }
        if (text == file.Text.Text)
        {
            _terminal.Out.Line($"{file.Text.Name} says what it said in {past.Name}; nothing changes");
            return ExitCodes.Success;
        }
        var (diff, exitCode) = await _edits.CompareAsync(project, environment, file.With(text), debug);
        if (diff is null)
        {
            return exitCode;
        }
        _terminal.Out.Lines(PlanDiffText.Render(diff));
        if (!result.GetValue(_dryRun))
        {
            file.Write(text);
        }
        _terminal.Error.Line($"{file.Text.Name}: {(result.GetValue(_dryRun) ? $"left as it is (--dry-run); it would say what it said in {past.Name}" : $"written as it was in {past.Name}; 'git diff' shows the lines, './run up {environment}' does it")}");
        return ExitCodes.Success;
    }
}
