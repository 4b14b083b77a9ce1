using System.CommandLine;
using Infra.Cli.Options;
using Infra.Cli.Policies;
using Infra.Core;
using Infra.Planning.Policies;
using Infra.Planning.Policies.Manifests;
using Infra.Planning.Policies.Rendering;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Commands;

/// <summary><c>check ENVIRONMENT</c> or <c>check --manifests DIR</c>: what is wrong with a plan or with manifests, by rules that each name the failure they prevent.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Terminal _terminal;

    private readonly Option<string?> _manifests = new("--manifests")
    {
        Description = "Check the YAML or JSON manifests below this folder instead of a plan",
        HelpName = "folder",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the report as JSON, and nothing else, to standard output" };
    private readonly Option<bool> _sarif = new("--sarif") { Description = "Write the report as SARIF 2.1.0, for code scanning" };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write the section of a pull request's comment to standard output" };

    public CheckCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans, Func<DateOnly> today)
        : base("check", "Check a plan or manifests against the rules of GPU platforms, security, reliability and cost.")
    {
        _terminal = terminal;
        var (plan, check) = (new PlanOptions(terminal, debug, project, plans), new CheckOptions(today));
        plan.AddTo(this);
        Add(_manifests);
        check.AddTo(this);
        Add(_json);
        Add(_sarif);
        Add(_markdown);
        SetAction(async result =>
        {
            RequireOneForm(result);
            if (result.GetValue(_manifests) is { } folder)
            {
                return plan.FirstGiven(result) is { } given
                    ? throw new UsageException($"{_manifests.Name} reads manifests and no plan; leave out {given}, or {_manifests.Name}")
                    : Say(result, PolicyCheck.Of(Manifests(folder), check.Read(result, folder)));
            }

            var options = check.Read(result, project().Path);
            var (read, exitCode) = await plan.ReadAsync(result);
            return read is null ? exitCode : Say(result, PolicyCheck.Of(read, options));
        });
    }

    private void RequireOneForm(ParseResult result)
    {
        var given = new[] { _json, _sarif, _markdown }.Where(form => result.GetValue(form)).ToList();
        if (given.Count > 1)
        {
            throw new UsageException($"{given[0].Name} and {given[1].Name} are two forms of the same; leave one out");
        }
    }

    private PolicyInput Manifests(string folder)
    {
        var content = ManifestReader.Read(InputFile.Shown(folder), ManifestFiles.Read(_manifests.Name, folder));
        if (!content.Problems.IsEmpty)
        {
            throw new UsageException($"{Counted.Of(content.Problems.Length, "problem")} in {InputFile.Shown(folder)}:", [.. content.Problems]);
        }

        if (!content.LeftOut.IsEmpty)
        {
            var more = content.LeftOut.Length > 3 ? $" and {content.LeftOut.Length - 3} more" : "";
            _terminal.Error.Line($"left out, because it is no Kubernetes object: {string.Join(", ", content.LeftOut.Take(3))}{more}");
        }

        return content.Input;
    }

    private int Say(ParseResult result, PolicyReport report)
    {
        if (result.GetValue(_json))
        {
            Write(PolicyJson.Of(report));
        }
        else if (result.GetValue(_sarif))
        {
            Write(PolicySarif.Of(report));
        }
        else if (result.GetValue(_markdown))
        {
            _terminal.Out.Writer.Write(PolicyMarkdown.Render(report));
        }
        else
        {
            _terminal.Out.Lines(PolicyText.Render(report));
        }

        return report.Passes ? ExitCodes.Success : ExitCodes.Findings;
    }

    private void Write(JObject document) => _terminal.Out.Writer.WriteLine(document.ToString(Formatting.Indented));
}
