using System.CommandLine;
using Infra.Automation.Promotion;
using Infra.Planning.Diffing.Rendering;
using Infra.Stacks;
using Infra.Stacks.Promotion;

namespace Infra.Cli.Commands;

/// <summary><c>promote MODEL --from ENVIRONMENT --to ENVIRONMENT</c>: takes what a model is over into another environment's file, and shows what an update of it changes.</summary>
internal sealed class PromoteCommand : Command
{
    private readonly Argument<string> _model = new("model") { Description = "Name of the model" };
    private readonly Option<string> _from = new("--from") { Description = "The environment where it is as it should be", HelpName = "environment", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "The environment whose file is edited", HelpName = "environment", Required = true };

    private readonly Option<string[]> _keys = new("--key")
    {
        Description = $"Take this key over too, such as resources. Default: {string.Join(", ", PromotedKeys.OfTheModel)}",
        HelpName = "key",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change and leave the file as it is" };
    private readonly Terminal _terminal;
    private readonly EnvironmentEdits _edits;

    public PromoteCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("promote", "Take a model over from one environment's file into another's, and show what that changes.")
    {
        (_terminal, _edits) = (terminal, new EnvironmentEdits(new PlanService(terminal, plans)));
        Add(_model);
        foreach (var option in new Option[] { _from, _to, _keys, _dryRun })
        {
            Add(option);
        }
        SetAction(result => RunAsync(result, project(), result.GetValue(debug)));
    }

    private async Task<int> RunAsync(ParseResult result, ProjectFolder project, bool debug)
    {
        var (model, to) = (result.GetRequiredValue(_model), result.GetRequiredValue(_to));
        var (source, target) = (EnvironmentTextFile.Read(project, result.GetRequiredValue(_from)), EnvironmentTextFile.Read(project, to));
        var promoted = new ModelPromotion(PlatformSettings.ConfigNamespace, Keys(result)).Promote(model, source.Text, target.Text);
        if (promoted.Text is not { } text)
        {
            throw new UsageException($"'{model}' can't be promoted:\n{string.Join('\n', promoted.Problems.Select(problem => $"  {problem}"))}");
        }
        if (text == target.Text.Text)
        {
            _terminal.Out.Line($"{model}: {target.Text.Name} says what {source.Text.Name} says; nothing changes");
            return ExitCodes.Success;
        }
        var (diff, exitCode) = await _edits.CompareAsync(project, to, target.With(text), debug);
        if (diff is null)
        {
            return exitCode;
        }
        _terminal.Out.Lines(PlanDiffText.Render(diff));
        if (!result.GetValue(_dryRun))
        {
            target.Write(text);
        }
        _terminal.Error.Line($"{target.Text.Name}: {(result.GetValue(_dryRun) ? "left as it is (--dry-run)" : "written; 'git diff' shows the lines")}");
        return ExitCodes.Success;
    }

    /// <exception cref="UsageException">A key isn't one of a model's, or belongs to the environment alone.</exception>
    private HashSet<string> Keys(ParseResult result)
    {
        var further = result.GetValue(_keys) ?? [];
        var allowed = PromotedKeys.OfTheEnvironment.Except(["name", "tenant"]);
        return further.FirstOrDefault(key => !allowed.Contains(key) && !PromotedKeys.OfTheModel.Contains(key)) is { } unknown
            ? throw new UsageException($"{_keys.Name} is '{InputFile.Shown(unknown)}'; allowed: {string.Join(", ", allowed)}")
            : [.. PromotedKeys.OfTheModel, .. further];
    }
}
