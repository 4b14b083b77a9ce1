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
            .. workflow.Jobs.SelectMany(job => OfRights(workflow, triggers, job.Name, job.Node)),
            .. workflow.Permissions is null ? new[] { $"{workflow.Name}: says nothing of permissions, so the token may what the repository's settings say" } : [],
            .. workflow.Jobs.SelectMany(job => Workflow.Steps(job.Node).SelectMany(step => OfStep(step).Select(problem => $"{workflow.Name}: {job.Name}: {problem}"))),
            .. triggers.Contains("pull_request") ? OfPullRequest(workflow) : [],
            .. triggers.Contains("workflow_run") ? OfFollower(workflow) : [],
        ];
    }

    /// <summary>What is wrong with an action of the repository itself.</summary>
    public static IEnumerable<string> OfAction(string name, YamlMappingNode action) =>
        (Workflow.Child(action, "runs") is YamlMappingNode runs ? Workflow.Steps(runs) : []).SelectMany(OfStep).Select(problem => $"{name}: {problem}");

    // Who has an account: jobs of an environment, on what was merged, one after another, with keys of an hour.
    private static IEnumerable<string> OfRights(Workflow workflow, List<string> triggers, string name, YamlMappingNode job)
    {
        var where = $"{workflow.Name}: {name}";
        var permissions = Workflow.PermissionsOf(job) ?? workflow.Permissions;
        if (permissions?.GetValueOrDefault("id-token") == "write" && Workflow.Text(job, "environment") is null)
        {
            yield return $"{where}: 'id-token: write' without an environment: its token has the subject of any job of the branch, and nobody approves it";
        }

        if (job.AllNodes.OfType<YamlScalarNode>().Any(text => StaticKey().IsMatch(text.Value ?? "")))
        {
            yield return $"{where}: a static key of AWS; a role by OIDC needs none";
        }

        if (Workflow.Steps(job).Select(Workflow.Code).OfType<string>().Any(code => Changing().IsMatch(code)))
        {
            if (triggers.FirstOrDefault(trigger => trigger is "pull_request" or "pull_request_target" or "workflow_run" or "issue_comment") is { } trigger)
            {
                yield return $"{where}: changes a stack on '{trigger}', before anything is merged";
            }

            if (Workflow.Child(job, "concurrency") is not YamlMappingNode concurrency || Workflow.Text(concurrency, "cancel-in-progress") != "false")
            {
                yield return $"{where}: changes a stack without a concurrency group of its own that says 'cancel-in-progress: false'; a cancelled update leaves operations of which nobody knows whether they were done";
            }
        }
    }

    private static IEnumerable<string> OfStep(YamlMappingNode step)
    {
        if (Workflow.Code(step) is { } code && PipedIntoShell().IsMatch(code))
        {
            yield return "runs what it downloads, whatever that is today; download it, and compare a checksum that is written here";
        }
        if (Workflow.Text(step, "uses") is { } action && !OwnAction().IsMatch(action) && !(Action().Match(action) is { Success: true } parts && _owners.Contains(parts.Groups["owner"].Value)))
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

    [GeneratedRegex(@"^\./\.github/actions/[a-z-]+$")]
    private static partial Regex OwnAction();

    [GeneratedRegex(@"aws[-_](access[-_]key[-_]id|secret[-_]access[-_]key)", RegexOptions.IgnoreCase)]
    private static partial Regex StaticKey();

    [GeneratedRegex(@"\./run\s+(up|destroy|reap|refresh|rollback|import|cancel|upgrade)\b|\bpulumi\s+(up|destroy|refresh|import|cancel)\b")]
    private static partial Regex Changing();

    [GeneratedRegex(@"\bcurl\b[^\n]*\|\s*(ba)?sh\b")]
    private static partial Regex PipedIntoShell();

    [GeneratedRegex(@"\bsecrets\b\s*[.\[]|\btoJSON\(\s*secrets")]
    private static partial Regex Secret();
}
