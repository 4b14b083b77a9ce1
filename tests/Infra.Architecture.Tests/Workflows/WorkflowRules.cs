using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Infra.Architecture.Tests.Workflows;

/// <summary>
/// What keeps a pull request, also a fork's, from taking or changing anything: who runs its code has nothing, who has something runs no code of
/// it (docs.github.com, "Security hardening for GitHub Actions"; securitylab.github.com, "Preventing pwn requests").
/// </summary>
internal static partial class WorkflowRules
{
    private const string SameRepository = "github.event.pull_request.head.repo.full_name == github.repository";

    private static readonly string[] _owners = ["actions", "aws-actions"];

    public static IEnumerable<string> Problems(Workflow workflow)
    {
        var triggers = workflow.Triggers.ToList();
        return
        [
            .. triggers.Where(trigger => trigger is "pull_request_target" or "issue_comment").Select(trigger => $"{workflow.Name}: '{trigger}' runs with the repository's rights on what strangers send"),
            .. workflow.Permissions is null ? new[] { $"{workflow.Name}: says nothing of permissions, so the token may what the repository's settings say" } : [],
            .. workflow.Jobs.SelectMany(job => Workflow.Steps(job.Node).SelectMany(step => OfStep(step).Select(problem => $"{workflow.Name}: {job.Name}: {problem}"))),
            .. triggers.Contains("pull_request") ? OfPullRequest(workflow) : [],
            .. triggers.Contains("workflow_run") ? OfFollower(workflow) : [],
        ];
    }

    private static IEnumerable<string> OfStep(YamlMappingNode step)
    {
        if (Workflow.Text(step, "uses") is { } action && !(Action().Match(action) is { Success: true } parts && _owners.Contains(parts.Groups["owner"].Value)))
        {
            yield return $"'{action}' is not pinned to a version of {string.Join(" or ", _owners)}";
        }
        if (Workflow.Code(step)?.Contains("${{", StringComparison.Ordinal) == true)
        {
            yield return "an expression stands inside a script, where its value becomes code; hand it in by 'env'";
        }
    }

    private static IEnumerable<string> OfPullRequest(Workflow workflow)
    {
        foreach (var (name, job) in workflow.Jobs)
        {
            var where = $"{workflow.Name}: {name}";
            var permissions = Workflow.PermissionsOf(job) ?? workflow.Permissions ?? new Dictionary<string, string>();
            var isTrusted = Workflow.Text(job, "if")?.Contains(SameRepository, StringComparison.Ordinal) == true && Workflow.Text(job, "environment") is not null;
            foreach (var (scope, access) in permissions.Where(one => one is not { Key: "contents", Value: "read" } && !(isTrusted && one is { Key: "id-token", Value: "write" })))
            {
                yield return $"{where}: '{scope}: {access}' in the hands of a pull request's code";
            }
            if (job.AllNodes.OfType<YamlScalarNode>().Any(text => Secret().IsMatch(text.Value ?? "")))
            {
                yield return $"{where}: a secret in the hands of a pull request's code";
            }
            if (Workflow.Steps(job).Any(step => IsCheckout(step) && !(Workflow.Child(step, "with") is YamlMappingNode inputs && Workflow.Text(inputs, "persist-credentials") == "false")))
            {
                yield return $"{where}: checkout leaves the token in .git/config; 'persist-credentials: false' doesn't";
            }
        }
    }

    private static IEnumerable<string> OfFollower(Workflow workflow) => workflow.Jobs.SelectMany(job => Workflow.Steps(job.Node).Select(step =>
        IsCheckout(step) ? "a checkout beside rights to write"
        : Workflow.Text(step, "run") is not null ? "a shell beside rights to write: what it reads may be a command"
        : null).OfType<string>().Select(problem => $"{workflow.Name}: {job.Name}: {problem}"));

    private static bool IsCheckout(YamlMappingNode step) => Workflow.Text(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"^(?<owner>[\w-]+)/[\w-]+@(v\d+|[0-9a-f]{40})$")]
    private static partial Regex Action();

    [GeneratedRegex(@"\bsecrets\b\s*[.\[]|\btoJSON\(\s*secrets")]
    private static partial Regex Secret();
}
