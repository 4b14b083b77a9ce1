using System.CommandLine;
using Infra.Cli.Options;
using Infra.Planning.Policies;
using Infra.Planning.Policies.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>explain rule [ID]</c>: what a rule of <c>check</c> means, or which rules there are.</summary>
internal sealed class ExplainRuleCommand : Command
{
    private readonly Argument<string?> _rule = new("rule") { Description = "The id of a rule, such as GPU001; without one all rules are listed", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<bool> _json = new("--json") { Description = "Write the rule, or all of them, as JSON, and nothing else, to standard output" };

    public ExplainRuleCommand(Terminal terminal, Func<ProjectFolder> project)
        : base("rule", "Show what a rule of 'check' means: what it prevents, examples, how to mend and how to suppress it.")
    {
        Add(_rule);
        Add(_json);
        SetAction(result =>
        {
            var id = OptionValue.Known(result.GetValue(_rule), "rule", PolicyRules.All.Select(rule => rule.About.Id));
            var rule = PolicyRules.All.Select(rule => rule.About).FirstOrDefault(rule => rule.Id == id);
            if (result.GetValue(_json))
            {
                RuleJson.Write(rule is null ? PolicyRules.All.Select(one => one.About) : [rule], terminal.Out.Writer);
            }
            else if (rule is not null)
            {
                terminal.Out.Lines(RuleText.Explain(rule, Page(project(), rule)));
            }
            else
            {
                terminal.Out.Lines(RuleText.List());
            }

            return ExitCodes.Success;
        });
    }

    private static string? Page(ProjectFolder folder, RuleDescription rule)
    {
        var file = Path.Combine(folder.Path, rule.Page);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
