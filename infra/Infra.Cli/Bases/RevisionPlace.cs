using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Cli.Bases;

/// <summary>Where the project and the files of a request are in another revision.</summary>
internal sealed class RevisionPlace
{
    private readonly string _project;
    private readonly string? _foreignConfigFile;

    public RevisionPlace(string checkout, string commit, ProjectFolder project, PlanRequest request)
    {
        (Checkout, Commit) = (checkout, commit);
        _project = Below(checkout, project.Path) is { } path and not "." ? path : "";
        var config = Path.GetFullPath(request.ConfigFile ?? project.EnvironmentFile(request.Environment));
        ConfigFile = Below(checkout, config);
        _foreignConfigFile = ConfigFile is null ? config : null;
    }

    public string Checkout { get; }

    public string Commit { get; }

    /// <summary>The environment's file, from the top folder of the checkout: the revision has its own. Null where the file is none of the checkout's; then it is the same for all revisions.</summary>
    public string? ConfigFile { get; }

    /// <summary>A file of the project, from the top folder of the checkout.</summary>
    public string InProject(string file) => _project.Length == 0 ? file : $"{_project}/{file}";

    public string ProjectIn(string worktree) => Path.Combine(worktree, _project);

    /// <summary>What makes the plan beside the commit, without what stands in it.</summary>
    public ImmutableArray<string> ForeignFiles(PlanRequest request) =>
        [.. _foreignConfigFile is { } file ? (string[])[file] : [], .. request.StackExports.Select(static export => Path.GetFullPath(export.File))];

    /// <summary>The same request, to the <c>./run</c> of a worktree.</summary>
    public ImmutableArray<string> Arguments(string worktree, PlanRequest request) =>
    [
        "preview", request.Environment, "--json",
        .. request.ConfigFile is null ? (string[])[] : ["--config-file", _foreignConfigFile ?? Path.Combine(worktree, ConfigFile!)],
        .. request.Config.All.SelectMany(static value => (string[])[ConfigOverrides.Option, $"{value.Key}={value.Value}"]),
        .. request.Config.KeysArePaths ? (string[])["--config-path"] : [],
        .. request.StackExports.SelectMany(static export => (string[])["--stack-export", $"{export.Stack}={Path.GetFullPath(export.File)}"]),
    ];

    private static string? Below(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }
}
