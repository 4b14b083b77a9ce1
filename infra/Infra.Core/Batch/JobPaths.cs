using Infra.Core.Configuration;

namespace Infra.Core.Batch;

/// <summary>Where a job's volumes can be mounted.</summary>
public static class JobPaths
{
    // Mounted by the pod itself, and the root of the image.
    private static readonly string[] _taken = ["/", "/tmp", "/dev/shm"];

    /// <summary>Adds a problem for each path that can't be a volume's.</summary>
    /// <param name="path">Path of the volumes.</param>
    /// <param name="paths">Their paths in the container.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, IReadOnlyList<string> paths, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(problems);
        for (var i = 0; i < paths.Count; i++)
        {
            var at = ConfigPath.Key(ConfigPath.Index(path, i), "path");
            if (problems.Cover(at))
            {
                continue;
            }

            if (!paths[i].StartsWith('/') || _taken.Contains(Plain(paths[i])))
            {
                problems.Add(at, $"{Shown.Quoted(paths[i])} can't be a volume's path; allowed: absolute paths other than {string.Join(", ", _taken)}");
            }
            else if (paths.Take(i).Any(other => Plain(other) == Plain(paths[i])))
            {
                problems.Add(at, $"{Shown.Quoted(paths[i])} is the path of another volume already");
            }
        }
    }

    private static string Plain(string path) => path.Length > 1 ? path.TrimEnd('/') : path;
}
