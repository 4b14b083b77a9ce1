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
    [InlineData("pulumi-preview.yml", "    environment: preview\n", "", "pulumi-preview.yml: preview: 'id-token: write' in the hands of a pull request's code")]
    [InlineData("comment.yml", "      - uses: actions/download-artifact@v4\n", "      - uses: actions/checkout@v4\n      - uses: actions/download-artifact@v4\n", "comment.yml: comment: a checkout beside rights to write")]
    [InlineData("comment.yml", "      - uses: actions/download-artifact@v4\n", "      - run: cat comment\n      - uses: actions/download-artifact@v4\n", "comment.yml: comment: a shell beside rights to write: what it reads may be a command")]
    [InlineData("comment.yml", "const limit = 65536;", "const limit = '${{ github.event.workflow_run.head_branch }}';", "comment.yml: comment: an expression stands inside a script, where its value becomes code; hand it in by 'env'")]
    public void What_a_workflow_gives_away_is_found(string name, string harmless, string harmful, string problem)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine(Folder, name)).ReplaceLineEndings("\n");
        Assert.Contains(harmless, text);

        var problems = WorkflowRules.Problems(Workflow.Parse(name, text.Replace(harmless, harmful, StringComparison.Ordinal)));

        Assert.Equal([problem], problems.Distinct());
    }

    private static Workflow Read(string name) => Workflow.Parse(name, File.ReadAllText(RepositoryRoot.Combine(Folder, name)));
}
