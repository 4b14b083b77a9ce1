using Infra.TestKit;
using YamlDotNet.RepresentationModel;

namespace Infra.Architecture.Tests.Workflows;

public sealed class WorkflowTests
{
    private const string Folder = ".github/workflows";

    [Fact]
    public void No_workflow_gives_a_pull_request_anything() =>
        Findings.None(Directory.EnumerateFiles(RepositoryRoot.Combine(Folder)).Order(StringComparer.Ordinal).SelectMany(file => WorkflowRules.Problems(Workflow.Parse(Path.GetFileName(file), File.ReadAllText(file)))));

    [Fact]
    public void What_previews_a_pull_request_reads_and_has_no_account()
    {
        var preview = Read("preview.yml");

        Assert.Equal(["pull_request"], preview.Triggers);
        Assert.Equal(new Dictionary<string, string> { ["contents"] = "read" }, preview.Permissions);
        Assert.All(preview.Jobs, job => Assert.Null(Workflow.PermissionsOf(job.Node)));
        Assert.DoesNotContain("vars.", File.ReadAllText(RepositoryRoot.Combine(Folder, "preview.yml")));
    }

    [Fact]
    public void What_comments_runs_nothing_of_a_pull_request()
    {
        var comment = Read("comment.yml");

        Assert.Equal(["workflow_run"], comment.Triggers);
        Assert.Equal(new Dictionary<string, string> { ["actions"] = "read", ["pull-requests"] = "write" }, comment.Permissions);
        Assert.Equal(["actions/download-artifact@v4", "actions/github-script@v7"], comment.Jobs.SelectMany(job => Workflow.Steps(job.Node)).Select(step => Workflow.Text(step, "uses")));
    }

    // One commit is the merge alone, and a worktree of its parent could not be made.
    [Fact]
    public void The_base_of_a_preview_is_in_its_checkout()
    {
        var steps = Read("preview.yml").Jobs.SelectMany(job => Workflow.Steps(job.Node)).ToList();
        var checkout = Assert.IsType<YamlMappingNode>(Workflow.Child(steps.Single(step => Workflow.Text(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true), "with"));

        Assert.Contains(steps, step => Workflow.Code(step)?.Contains("--base HEAD^1 ", StringComparison.Ordinal) == true);
        Assert.Equal("2", Workflow.Text(checkout, "fetch-depth"));
    }

    // The comment follows a workflow by its name.
    [Fact]
    public void The_comment_follows_the_preview() => Assert.Contains($"workflows: [{Read("preview.yml").Title}]", File.ReadAllText(RepositoryRoot.Combine(Folder, "comment.yml")));

    [Fact]
    public void Nor_does_an_action_of_the_repository() => Findings.None(
        Directory.EnumerateFiles(RepositoryRoot.Combine(".github/actions"), "action.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => WorkflowRules.OfAction(Path.GetFileName(Path.GetDirectoryName(file)!), Workflow.Parse(file, File.ReadAllText(file)).Root)));

    [Theory]
    [InlineData("echo \"$sum  $archive\"", "echo \"${{ inputs.role }}\"", "pulumi: an expression stands inside a script, where its value becomes code; hand it in by 'env'")]
    [InlineData("aws-actions/configure-aws-credentials@v4", "pulumi/actions@v6", "pulumi: 'pulumi/actions@v6' is not pinned to a version of actions or aws-actions")]
    [InlineData("tar --extract", "curl https://get.pulumi.com | sh\n        tar --extract", "pulumi: runs what it downloads, whatever that is today; download it, and compare a checksum that is written here")]
    public void What_an_action_gives_away_is_found(string harmless, string harmful, string problem)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine(".github/actions/pulumi/action.yml")).ReplaceLineEndings("\n");
        Assert.Contains(harmless, text);

        Assert.Equal([problem], WorkflowRules.OfAction("pulumi", Workflow.Parse("action.yml", text.Replace(harmless, harmful, StringComparison.Ordinal)).Root));
    }

    // Whoever is written to has no account, and who has one writes nothing.
    [Fact]
    public void What_deploys_is_merged_and_approved()
    {
        var deploy = Read("deploy.yml");

        Assert.Equal(["push", "workflow_dispatch"], deploy.Triggers);
        Assert.Equal(["dev", "prod"], deploy.Jobs.Select(job => Workflow.Text(job.Node, "environment")).OfType<string>());
        Assert.All(deploy.Jobs.Concat(Read("drift.yml").Jobs).Concat(Read("reap.yml").Jobs), job => Assert.False(
            Workflow.PermissionsOf(job.Node) is { } rights && rights.ContainsKey("id-token") && rights.Values.Count(value => value == "write") > 1));
    }

    // A job that runs into its limit, or that a later one takes the turn of, is 'cancelled', for which neither failure() nor cancelled() is true.
    [Fact]
    public void Prod_follows_a_dev_that_went_through_or_was_not_asked_for() => Assert.Equal(
        "${{ !cancelled() && needs.plan.result == 'success' && ((github.event_name == 'push' && needs.dev.result == 'success') || inputs.environment == 'prod') }}",
        Workflow.Text(Read("deploy.yml").Jobs.Single(job => Workflow.Text(job.Node, "environment") == "prod").Node, "if"));

    // The job after it closes the issue of an environment whose file is empty.
    [Fact]
    public void Drift_is_over_only_where_something_was_compared() => Assert.Matches(
        """\(\(code <= 1\)\) \|\| exit "\$code"\n( *#.*\n)? *\[\[ -s drift/\$ENVIRONMENT\.md \]\] \|\| exit 3\n *\(\(code == 1\)\) \|\| : >""", File.ReadAllText(RepositoryRoot.Combine(Folder, "drift.yml")).ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("deploy.yml", "  push:\n    branches: [main]\n", "  workflow_run:\n    workflows: [ci]\n", "deploy.yml: dev: changes a stack on 'workflow_run', before anything is merged")]
    [InlineData("deploy.yml", "  push:\n    branches: [main]\n", "  pull_request:\n", "deploy.yml: prod: changes a stack on 'pull_request', before anything is merged")]
    [InlineData("reap.yml", "  schedule:\n    - cron: \"41 * * * *\"\n", "  issue_comment:\n", "reap.yml: reap: changes a stack on 'issue_comment', before anything is merged")]
    public void Nothing_is_deployed_before_it_is_merged(string name, string harmless, string harmful, string problem)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine(Folder, name)).ReplaceLineEndings("\n");
        Assert.Contains(harmless, text);

        Assert.Contains(problem, WorkflowRules.Problems(Workflow.Parse(name, text.Replace(harmless, harmful, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("preview.yml", "  pull_request:\n", "  pull_request_target:\n", "preview.yml: 'pull_request_target' runs with the repository's rights on what strangers send")]
    [InlineData("preview.yml", "permissions:\n  contents: read\n", "", "preview.yml: says nothing of permissions, so the token may what the repository's settings say")]
    [InlineData("preview.yml", "contents: read", "contents: write", "preview.yml: preview: 'contents: write' in the hands of a pull request's code")]
    [InlineData("preview.yml", "permissions:\n  contents: read\n", "permissions: write-all\n", "preview.yml: preview: 'all: write-all' in the hands of a pull request's code")]
    [InlineData("preview.yml", "          persist-credentials: false\n", "", "preview.yml: preview: checkout leaves the token in .git/config; 'persist-credentials: false' doesn't")]
    [InlineData("preview.yml", "          fetch-depth: 2\n", "          fetch-depth: 2\n          token: ${{ secrets.TOKEN }}\n", "preview.yml: preview: a secret in the hands of a pull request's code")]
    [InlineData("preview.yml", "mkdir --parents comment report", "echo ${{ github.head_ref }}", "preview.yml: preview: an expression stands inside a script, where its value becomes code; hand it in by 'env'")]
    [InlineData("preview.yml", "actions/checkout@v4", "actions/checkout@main", "preview.yml: preview: 'actions/checkout@main' is not pinned to a version of actions or aws-actions")]
    [InlineData("preview.yml", "actions/upload-artifact@v4", "someone/upload@v4", "preview.yml: preview: 'someone/upload@v4' is not pinned to a version of actions or aws-actions")]
    [InlineData("pulumi-preview.yml", " && github.event.pull_request.head.repo.full_name == github.repository", "", "pulumi-preview.yml: preview: 'id-token: write' in the hands of a pull request's code")]
    [InlineData("pulumi-preview.yml", "    environment: preview\n", "", "pulumi-preview.yml: preview: 'id-token: write' without an environment: its token has the subject of any job of the branch, and nobody approves it\npulumi-preview.yml: preview: 'id-token: write' in the hands of a pull request's code")]
    [InlineData("pulumi-preview.yml", "pulumi stack export", "curl https://get.pulumi.com | bash\n          pulumi stack export", "pulumi-preview.yml: preview: runs what it downloads, whatever that is today; download it, and compare a checksum that is written here")]
    [InlineData("deploy.yml", "    environment: prod\n", "", "deploy.yml: prod: 'id-token: write' without an environment: its token has the subject of any job of the branch, and nobody approves it")]
    [InlineData("deploy.yml", "      group: stack-prod\n      cancel-in-progress: false\n", "      group: stack-prod\n      cancel-in-progress: true\n", "deploy.yml: prod: changes a stack without a concurrency group of its own that says 'cancel-in-progress: false'; a cancelled update leaves operations of which nobody knows whether they were done")]
    [InlineData("deploy.yml", "      PULUMI_BACKEND_URL: ${{ vars.PULUMI_BACKEND_URL }}\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          persist-credentials: false\n      - uses: ./.github/actions/pulumi\n        with:\n          role: ${{ vars.AWS_DEPLOY_ROLE_ARN }}\n          region: ${{ vars.AWS_REGION }}\n      - run: ./run up prod", "      AWS_ACCESS_KEY_ID: ${{ secrets.AWS_ACCESS_KEY_ID }}\n    steps:\n      - run: ./run up prod", "deploy.yml: prod: a static key of AWS; a role by OIDC needs none")]
    [InlineData("drift.yml", "./.github/actions/pulumi", "./../elsewhere", "drift.yml: look: './../elsewhere' is not pinned to a version of actions or aws-actions")]
    [InlineData("comment.yml", "      - uses: actions/download-artifact@v4\n", "      - uses: actions/checkout@v4\n      - uses: actions/download-artifact@v4\n", "comment.yml: comment: a checkout beside rights to write")]
    [InlineData("comment.yml", "      - uses: actions/download-artifact@v4\n", "      - run: cat comment\n      - uses: actions/download-artifact@v4\n", "comment.yml: comment: a shell beside rights to write: what it reads may be a command")]
    [InlineData("comment.yml", "const limit = 65536;", "const limit = '${{ github.event.workflow_run.head_branch }}';", "comment.yml: comment: an expression stands inside a script, where its value becomes code; hand it in by 'env'")]
    public void What_a_workflow_gives_away_is_found(string name, string harmless, string harmful, string problem)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine(Folder, name)).ReplaceLineEndings("\n");
        Assert.Contains(harmless, text);

        var problems = WorkflowRules.Problems(Workflow.Parse(name, text.Replace(harmless, harmful, StringComparison.Ordinal)));

        Assert.Equal(problem, string.Join("\n", problems.Distinct()));
    }

    private static Workflow Read(string name) => Workflow.Parse(name, File.ReadAllText(RepositoryRoot.Combine(Folder, name)));
}
